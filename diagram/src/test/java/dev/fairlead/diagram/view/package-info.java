/** Tests of what {@code diagram.view} promises. */
@NullMarked
package dev.fairlead.diagram.view;

import org.jspecify.annotations.NullMarked;
