/** Tests of what {@code diagram.fit} promises. */
@NullMarked
package dev.fairlead.diagram.fit;

import org.jspecify.annotations.NullMarked;
