/** Diagrams as Mermaid flowcharts, as GitHub and others draw them. */
@NullMarked
package dev.fairlead.diagram.mermaid;

import org.jspecify.annotations.NullMarked;
