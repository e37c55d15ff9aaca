package dev.fairlead.diagram;

import dev.fairlead.diagram.mermaid.MermaidRenderer;
import dev.fairlead.fleet.Resolution;
import java.util.List;
import java.util.Optional;

/** The views there are and the formats they can be drawn in. */
public final class Diagrams {
    /** The names of all views, the usual one first. */
    public static final List<String> VIEWS = List.of("dependencies");

    /** The names of all formats, the usual one first. */
    public static final List<String> FORMATS = List.of("mermaid");

    private Diagrams() {}

    /**
     * Draws a view of a resolution.
     *
     * @param host the name of a host to show alone, with what it is connected to
     * @return the text, ending in a line break; equal for equal input
     * @throws IllegalArgumentException if there is no such view or format
     */
    public static String draw(Resolution resolution, String view, String format, Optional<String> host) {
        if (!VIEWS.contains(view)) {
            throw new IllegalArgumentException("no view is called " + view);
        }
        if (!FORMATS.contains(format)) {
            throw new IllegalArgumentException("no format is called " + format);
        }
        return MermaidRenderer.render(DependencyView.of(resolution, host));
    }
}
