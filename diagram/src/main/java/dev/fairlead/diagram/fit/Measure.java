package dev.fairlead.diagram.fit;

import dev.fairlead.diagram.ir.Diagram;

/**
 * What a renderer makes of a diagram, with its size.
 *
 * @param text the whole text
 * @param edges how many edges it draws
 * @param pixels the longest side of the picture; 0 where the reader's program decides
 */
public record Measure(String text, int edges, int pixels) {
    /** Whether it keeps within a budget. */
    public boolean fits(Budget budget) {
        return text.length() <= budget.characters() && edges <= budget.edges() && pixels <= budget.pixels();
    }

    /** Draws a diagram and tells how large that is. */
    @FunctionalInterface
    public interface Renderer {
        Measure render(Diagram diagram);
    }
}
