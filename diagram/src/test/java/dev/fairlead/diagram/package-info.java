/** Tests of views. */
@NullMarked
package dev.fairlead.diagram;

import org.jspecify.annotations.NullMarked;
