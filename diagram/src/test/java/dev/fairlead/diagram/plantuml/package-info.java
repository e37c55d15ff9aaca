/** Tests of what {@code diagram.plantuml} promises. */
@NullMarked
package dev.fairlead.diagram.plantuml;

import org.jspecify.annotations.NullMarked;
