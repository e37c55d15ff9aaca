/** Tests of what {@code diagram.svg} promises. */
@NullMarked
package dev.fairlead.diagram.svg;

import org.jspecify.annotations.NullMarked;
