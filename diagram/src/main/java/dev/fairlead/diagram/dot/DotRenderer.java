package dev.fairlead.diagram.dot;

import dev.fairlead.diagram.ir.Diagram;
import dev.fairlead.diagram.ir.Edge;
import dev.fairlead.diagram.ir.Form;
import dev.fairlead.diagram.ir.Group;
import dev.fairlead.diagram.ir.Groups;
import dev.fairlead.diagram.ir.Labels;
import dev.fairlead.diagram.ir.Node;
import dev.fairlead.diagram.ir.Origin;
import dev.fairlead.diagram.ir.Rows;
import dev.fairlead.diagram.ir.ShortId;
import dev.fairlead.diagram.ir.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes a diagram as a {@code digraph} of the DOT language, groups as clusters. */
public final class DotRenderer {
    private static final int WIDTH = 32;
    private static final int TITLE_WIDTH = 80;
    private static final int LINES = 12;

    private final Diagram diagram;
    private final Groups groups;
    /** One stage without arrows is no column. */
    private final boolean inStages;

    private final StringBuilder out = new StringBuilder();

    private DotRenderer(Diagram diagram) {
        this.diagram = diagram;
        this.groups = new Groups(diagram);
        this.inStages = diagram.form() == Form.STATES
                && (diagram.groups().size() > 1 || !diagram.edges().isEmpty());
    }

    /** The text of a diagram, ending in a line break. */
    public static String render(Diagram diagram) {
        return new DotRenderer(diagram).render();
    }

    private String render() {
        line("digraph fairlead {");
        String direction = diagram.form() == Form.SEQUENCE || diagram.form() == Form.CONTEXT ? "TB" : "LR";
        line("  graph [charset=\"UTF-8\", rankdir=" + direction + ", fontname=\"sans-serif\", labelloc=t, label="
                + title() + (inStages ? ", newrank=true" : "") + "]");
        line("  node [shape=box, style=\"rounded,filled\", fillcolor=\"white\", fontname=\"sans-serif\"]");
        line("  edge [fontname=\"sans-serif\", fontsize=10]");
        level(null, "  ");
        int number = 0;
        for (Edge edge : diagram.edges()) {
            number++;
            var attributes = new ArrayList<String>();
            String caption = diagram.form() == Form.SEQUENCE ? number + ". " + edge.caption() : edge.caption();
            if (!caption.isBlank()) {
                attributes.add("label=" + quote(caption));
            }
            attributes.addAll(style(edge));
            line("  " + ShortId.of(edge.from()) + " -> " + ShortId.of(edge.to()) + attributes(attributes));
        }
        for (Rows.Link link : beside()) {
            line("  " + ShortId.of(link.left()) + " -> " + ShortId.of(link.right()) + " [style=invis]");
        }
        line("}");
        return out.toString();
    }

    private String title() {
        var lines = new ArrayList<String>();
        lines.add(diagram.title());
        lines.addAll(diagram.notes());
        return lines.stream()
                .flatMap(text -> Labels.wrap(text, TITLE_WIDTH, LINES).stream())
                .map(DotRenderer::escape)
                .collect(Collectors.joining("\\n", "\"", "\""));
    }

    /** Boxes that stand beside each other although no arrow says it: in rows, or stage after stage. */
    private List<Rows.Link> beside() {
        if (!inStages) {
            return Rows.of(diagram);
        }
        var links = new ArrayList<Rows.Link>();
        String last = null;
        for (Group stage : groups.inside(null)) {
            List<Node> nodes = column(stage.id());
            if (!nodes.isEmpty()) {
                if (last != null) {
                    links.add(new Rows.Link(last, nodes.getFirst().id()));
                }
                last = nodes.getFirst().id();
            }
        }
        return links;
    }

    /** The nodes of a stage that no arrow connects to another of it. */
    private List<Node> column(String stage) {
        List<Node> nodes = groups.nodes(stage);
        Set<String> ids = nodes.stream().map(Node::id).collect(Collectors.toSet());
        diagram.edges().stream()
                .filter(edge -> ids.contains(edge.from()) && ids.contains(edge.to()))
                .toList()
                .forEach(edge -> ids.removeAll(List.of(edge.from(), edge.to())));
        return nodes.stream().filter(node -> ids.contains(node.id())).toList();
    }

    private void level(@Nullable String group, String indent) {
        for (Group inner : groups.inside(group)) {
            line(indent + "subgraph cluster_" + ShortId.of(inner.id()) + " {");
            line(indent + "  graph [style=rounded, color=\"#868e96\", label=" + quote(inner.label()) + "]");
            level(inner.id(), indent + "  ");
            line(indent + "}");
        }
        for (Node node : groups.nodes(group)) {
            var attributes = new ArrayList<String>();
            attributes.add("label=" + quote(node.caption()));
            attributes.addAll(shape(node.kind()));
            attributes.addAll(
                    node.tone() == Tone.PLAIN && node.origin() != null ? style(node.origin()) : style(node.tone()));
            line(indent + ShortId.of(node.id()) + attributes(attributes));
        }
        if (group != null && inStages) {
            line(column(group).stream()
                    .map(node -> ShortId.of(node.id()) + "; ")
                    .collect(Collectors.joining("", indent + "{ rank=same; ", "}")));
        }
    }

    private static List<String> shape(String kind) {
        return switch (kind) {
            case "capability", "class", "backend" -> List.of("shape=oval");
            case "channel" -> List.of("shape=hexagon");
            case "state" -> List.of("shape=cylinder");
            case "rule" -> List.of("shape=parallelogram");
            case "port" -> List.of("shape=cds");
            case "host", "environment", "fleet" -> List.of("shape=component");
            default -> List.of();
        };
    }

    private static List<String> style(Tone tone) {
        return switch (tone) {
            case PLAIN -> List.of();
            case OUTSIDE -> List.of("style=\"rounded,dotted\"", "color=\"#868e96\"", "fontcolor=\"#495057\"");
            case UNKNOWN -> List.of("style=\"rounded,dashed\"", "color=\"#862e9c\"", "fontcolor=\"#862e9c\"");
            case UNCOVERED, AMBIGUOUS ->
                List.of("style=\"rounded,dashed\"", "color=\"#a33100\"", "fontcolor=\"#a33100\"");
            case CONFLICT, CYCLE -> List.of("penwidth=3", "color=\"#c92a2a\"", "fontcolor=\"#c92a2a\"");
            case MISSING -> List.of("style=\"rounded,dashed\"", "color=\"#c92a2a\"", "fontcolor=\"#c92a2a\"");
        };
    }

    private static List<String> style(Origin origin) {
        return switch (origin) {
            case OLD -> List.of("style=\"rounded,dashed\"", "color=\"#c92a2a\"", "fontcolor=\"#c92a2a\"");
            case NEW -> List.of("penwidth=2.5", "color=\"#1e6b30\"", "fontcolor=\"#1e6b30\"");
            case CHANGED -> List.of("peripheries=2", "color=\"#7a4100\"", "fontcolor=\"#7a4100\"");
            case MOVED, RENAMED ->
                List.of("peripheries=2", "style=\"rounded,dashed\"", "color=\"#1864ab\"", "fontcolor=\"#1864ab\"");
            case BOTH -> List.of();
        };
    }

    private static List<String> line(Origin origin) {
        return switch (origin) {
            case OLD -> List.of("style=dashed", "color=\"#c92a2a\"", "fontcolor=\"#c92a2a\"");
            case NEW -> List.of("penwidth=2.5", "color=\"#1e6b30\"", "fontcolor=\"#1e6b30\"");
            case CHANGED, MOVED, RENAMED -> List.of("style=dotted", "color=\"#7a4100\"", "fontcolor=\"#7a4100\"");
            case BOTH -> List.of();
        };
    }

    private List<String> style(Edge edge) {
        if (!edge.tone().isProblem() && edge.origin() != null) {
            return line(edge.origin());
        }
        return switch (edge.tone()) {
            case PLAIN, OUTSIDE -> {
                var style = new ArrayList<String>();
                if (edge.kind().equals("channel")
                        || edge.kind().equals("imports")
                        || edge.kind().equals("includes")) {
                    style.add("style=dashed");
                }
                if (diagram.form() == Form.FLOW && edge.weight() > 1) {
                    style.add("penwidth=" + Math.min(12, edge.weight()));
                }
                yield style;
            }
            case UNKNOWN -> List.of("style=dotted", "color=\"#862e9c\"", "fontcolor=\"#862e9c\"");
            case UNCOVERED, AMBIGUOUS -> List.of("style=dotted", "color=\"#a33100\"", "fontcolor=\"#a33100\"");
            case CONFLICT, CYCLE -> List.of("penwidth=3", "color=\"#c92a2a\"", "fontcolor=\"#c92a2a\"");
            case MISSING -> List.of("style=dashed", "color=\"#c92a2a\"", "fontcolor=\"#c92a2a\"");
        };
    }

    private static String attributes(List<String> attributes) {
        return attributes.isEmpty() ? "" : " [" + String.join(", ", attributes) + "]";
    }

    /** A quoted string in lines of a fair width. */
    private static String quote(String text) {
        return Labels.wrap(text, WIDTH, LINES).stream()
                .map(DotRenderer::escape)
                .collect(Collectors.joining("\\n", "\"", "\""));
    }

    /** A backslash escapes both for DOT and, doubled, for labels; Graphviz decodes HTML entities in them too. */
    private static String escape(String line) {
        return line.replace("&", "&amp;").replace("\\", "\\\\").replace("\"", "\\\"");
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
