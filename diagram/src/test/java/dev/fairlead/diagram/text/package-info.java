/** Tests of what {@code diagram.text} promises. */
@NullMarked
package dev.fairlead.diagram.text;

import org.jspecify.annotations.NullMarked;
