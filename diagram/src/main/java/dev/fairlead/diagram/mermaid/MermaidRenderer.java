package dev.fairlead.diagram.mermaid;

import dev.fairlead.diagram.ir.Diagram;
import dev.fairlead.diagram.ir.Form;

/** Writes a diagram in the kind of Mermaid that its form asks for. */
public final class MermaidRenderer {
    private MermaidRenderer() {}

    /** The text of a diagram, ending in a line break. */
    public static String render(Diagram diagram) {
        return switch (formOf(diagram)) {
            case GRAPH, TABLE, MATRIX -> Flowchart.of(diagram);
            case TREE -> Mindmap.of(diagram);
            case AREAS -> Treemap.of(diagram);
            case FLOW -> Sankey.of(diagram);
            case SEQUENCE -> SequenceDiagram.of(diagram);
            case STATES -> StateDiagram.of(diagram);
            case CONTEXT, CONTAINER, COMPONENT -> C4Diagram.of(diagram);
        };
    }

    /** How many edges Mermaid counts against its limit: it has one for flowcharts only. */
    public static int edges(Diagram diagram) {
        return switch (formOf(diagram)) {
            case GRAPH, TABLE, MATRIX -> diagram.edges().size();
            default -> 0;
        };
    }

    /** Mermaid refuses some kinds of picture with nothing in them, and a mind map has one root. */
    private static Form formOf(Diagram diagram) {
        boolean empty = diagram.nodes().isEmpty()
                || (diagram.form() == Form.FLOW && diagram.edges().isEmpty());
        boolean unspeakable = diagram.form() == Form.FLOW && !Sankey.canSay(diagram);
        return empty || unspeakable ? Form.GRAPH : diagram.form();
    }
}
