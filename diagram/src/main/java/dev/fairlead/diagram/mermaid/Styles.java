package dev.fairlead.diagram.mermaid;

import dev.fairlead.diagram.ir.Edge;
import dev.fairlead.diagram.ir.Node;
import dev.fairlead.diagram.ir.Origin;
import dev.fairlead.diagram.ir.Tone;

/** Shapes and colours. Colours are readable on white and on black, as the page decides which of them it is. */
final class Styles {
    static final String NOTE = "fill:#fff9db,stroke:#868e96,color:#212529,stroke-dasharray:2 2";

    private Styles() {}

    /** The shape and text of a node, as they follow its id in a flowchart. */
    static String box(Node node) {
        String text = MermaidWriter.label(node.caption());
        return switch (node.kind()) {
            case "capability", "class", "backend" -> "([" + text + "])";
            case "channel" -> "{{" + text + "}}";
            case "state" -> "[(" + text + ")]";
            case "rule" -> "[/" + text + "/]";
            case "port" -> ">" + text + "]";
            default -> "[" + text + "]";
        };
    }

    /** The arrow of an edge in a flowchart. */
    static String arrow(Edge edge) {
        if (!edge.tone().isProblem() && edge.origin() != null) {
            switch (edge.origin()) {
                case OLD -> {
                    return "-.->";
                }
                case NEW -> {
                    return "==>";
                }
                default -> {}
            }
        }
        return switch (edge.tone()) {
            case MISSING, AMBIGUOUS, UNKNOWN -> "-.->";
            case CYCLE, CONFLICT -> "==>";
            case PLAIN, OUTSIDE, UNCOVERED ->
                switch (edge.kind()) {
                    case "channel", "imports", "includes" -> "-.->";
                    case "contains" -> "---";
                    default -> "-->";
                };
        };
    }

    static String node(Tone tone) {
        return switch (tone) {
            case PLAIN -> "";
            case OUTSIDE -> "fill:#f1f3f5,stroke:#868e96,color:#495057,stroke-dasharray:1 3";
            case UNCOVERED -> "fill:#fff4e6,stroke:#d9480f,color:#a33100,stroke-dasharray:5 3";
            case UNKNOWN -> "fill:#f8f0fc,stroke:#862e9c,color:#862e9c,stroke-dasharray:2 3";
            case AMBIGUOUS -> "fill:#fff4e6,stroke:#d9480f,color:#a33100";
            case CONFLICT, CYCLE -> "fill:#fff5f5,stroke:#c92a2a,color:#c92a2a,stroke-width:3px";
            case MISSING -> "fill:#fff5f5,stroke:#c92a2a,color:#c92a2a,stroke-dasharray:5 3";
        };
    }

    static String node(Origin origin) {
        return switch (origin) {
            case OLD -> "fill:#fff5f5,stroke:#c92a2a,color:#c92a2a,stroke-dasharray:5 4";
            case NEW -> "fill:#ebfbee,stroke:#1e6b30,color:#1e6b30,stroke-width:3px";
            case CHANGED -> "fill:#fff9db,stroke:#7a4100,color:#7a4100,stroke-width:2px,stroke-dasharray:12 3";
            case MOVED -> "fill:#e7f5ff,stroke:#1864ab,color:#1864ab,stroke-dasharray:8 3 2 3";
            case RENAMED -> "fill:#e7f5ff,stroke:#1864ab,color:#1864ab,stroke-dasharray:8 3 2 3 2 3";
            case BOTH -> "";
        };
    }

    /** The text at an arrow lies on its own background. */
    static String link(Origin origin) {
        return switch (origin) {
            case OLD -> "stroke:#c92a2a,color:#c92a2a,stroke-dasharray:5 4";
            case NEW -> "stroke:#1e6b30,color:#1e6b30,stroke-width:3px";
            case CHANGED, MOVED, RENAMED -> "stroke:#7a4100,color:#7a4100,stroke-dasharray:12 3";
            case BOTH -> "";
        };
    }

    static String link(Tone tone) {
        return switch (tone) {
            case PLAIN, OUTSIDE, UNCOVERED -> "";
            case UNKNOWN -> "stroke:#862e9c,color:#862e9c,stroke-dasharray:2 3";
            case AMBIGUOUS -> "stroke:#e67700,color:#e67700,stroke-dasharray:2 3";
            case CONFLICT, CYCLE -> "stroke:#c92a2a,color:#c92a2a,stroke-width:3px";
            case MISSING -> "stroke:#c92a2a,color:#c92a2a,stroke-dasharray:5 3";
        };
    }
}
