/** Tests of what {@code diagram.markdown} promises. */
@NullMarked
package dev.fairlead.diagram.markdown;

import org.jspecify.annotations.NullMarked;
