/** Tests of what {@code diagram.ir} promises. */
@NullMarked
package dev.fairlead.diagram.ir;

import org.jspecify.annotations.NullMarked;
