/** Diagrams for PlantUML: in its own pictures, and with the C4 library that comes with it. */
@NullMarked
package dev.fairlead.diagram.plantuml;

import org.jspecify.annotations.NullMarked;
