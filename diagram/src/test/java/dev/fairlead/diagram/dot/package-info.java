/** Tests of what {@code diagram.dot} promises. */
@NullMarked
package dev.fairlead.diagram.dot;

import org.jspecify.annotations.NullMarked;
