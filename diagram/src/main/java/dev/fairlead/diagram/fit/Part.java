package dev.fairlead.diagram.fit;

import dev.fairlead.diagram.ir.Diagram;

/**
 * One picture of those a diagram became.
 *
 * @param name what it is a part of the diagram for; empty for the only one, or the index of several
 * @param diagram what it shows, with notes on what was left out
 * @param text what the renderer wrote
 */
public record Part(String name, Diagram diagram, String text) {}
