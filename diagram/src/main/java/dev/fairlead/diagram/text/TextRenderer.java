package dev.fairlead.diagram.text;

import dev.fairlead.diagram.ir.Arrows;
import dev.fairlead.diagram.ir.Diagram;
import dev.fairlead.diagram.ir.Edge;
import dev.fairlead.diagram.ir.Group;
import dev.fairlead.diagram.ir.Groups;
import dev.fairlead.diagram.ir.Labels;
import dev.fairlead.diagram.ir.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes a diagram as a tree for the terminal: groups, the boxes in them, and under each box where its arrows lead. Lines
 * are at most {@value #WIDTH} characters wide, whatever the terminal is, as long as what is nested and side by side has
 * room in them: equal diagrams are equal texts.
 */
public final class TextRenderer {
    static final int WIDTH = 120;
    /** A longer name is shortened in its middle. */
    private static final int NAME = 60;

    private final Diagram diagram;
    private final Groups groups;
    private final Arrows arrows;
    private final StringBuilder out = new StringBuilder();

    private TextRenderer(Diagram diagram) {
        this.diagram = diagram;
        this.groups = new Groups(diagram);
        this.arrows = new Arrows(diagram);
    }

    /** The text of a diagram, ending in a line break. */
    public static String render(Diagram diagram) {
        return new TextRenderer(diagram).render();
    }

    private String render() {
        line(Labels.shortened(diagram.title(), WIDTH));
        switch (diagram.form()) {
            case TABLE -> tables(null, "");
            case MATRIX -> Columns.write(matrix(), "", out);
            case SEQUENCE, FLOW -> Columns.write(streams(), "", out);
            case TREE -> tree();
            default -> level(null, "");
        }
        diagram.notes().forEach(note -> wrapped("note: ", "      ", note));
        return out.toString();
    }

    private void level(@Nullable String group, String indent) {
        List<Group> inner = groups.inside(group);
        List<Node> here = groups.nodes(group);
        int left = inner.size() + here.size();
        for (Group next : inner) {
            boolean last = --left == 0;
            line(indent + (last ? "└─ " : "├─ ") + name(next.label()));
            level(next.id(), indent + (last ? "   " : "│  "));
        }
        for (Node node : here) {
            boolean last = --left == 0;
            line(indent + (last ? "└─ " : "├─ ") + name(node.caption()));
            String below = indent + (last ? "   " : "│  ") + "  ";
            leading(node).forEach(arrow -> wrapped(below, below + "    ", arrow));
        }
    }

    /** A line for each caption, with all it leads to. */
    private List<String> leading(Node node) {
        Map<String, List<String>> byCaption = new LinkedHashMap<>();
        for (Edge edge : arrows.from(node.id())) {
            String caption = edge.caption().isBlank() ? edge.kind() : edge.caption();
            byCaption.computeIfAbsent(name(caption), _ -> new ArrayList<>()).add(name(arrows.address(edge.to())));
        }
        return byCaption.entrySet().stream()
                .map(entry -> entry.getKey() + " → " + String.join(", ", entry.getValue()))
                .toList();
    }

    private void tables(@Nullable String group, String indent) {
        List<Node> here = groups.nodes(group);
        if (!here.isEmpty()) {
            var rows = new ArrayList<List<String>>();
            rows.add(diagram.columns());
            for (Node node : here) {
                var cells = new ArrayList<String>();
                diagram.columns().forEach(column -> cells.add(node.attribute(column)));
                if (!node.remark().isEmpty()) {
                    cells.set(0, cells.getFirst() + " (" + node.remark() + ")");
                }
                rows.add(cells);
            }
            Columns.write(rows, indent, out);
        }
        for (Group inner : groups.inside(group)) {
            line("");
            line(indent + name(inner.label()));
            tables(inner.id(), indent + "  ");
        }
    }

    private List<List<String>> matrix() {
        List<Node> columns = arrows.columns();
        var rows = new ArrayList<List<String>>();
        var header = new ArrayList<>(List.of(""));
        columns.forEach(column -> header.add(column.caption()));
        rows.add(header);
        for (Node row : arrows.rows()) {
            var cells = new ArrayList<>(List.of(row.caption()));
            columns.forEach(column -> cells.add(arrows.cell(row, column)));
            rows.add(cells);
        }
        return rows;
    }

    private List<List<String>> streams() {
        var rows = new ArrayList<List<String>>();
        for (Edge edge : diagram.edges()) {
            String caption = edge.caption().isBlank() ? String.valueOf(edge.weight()) : edge.caption();
            rows.add(List.of(
                    arrows.node(edge.from()).caption(),
                    "──" + caption + "─▶",
                    arrows.node(edge.to()).caption()));
        }
        return rows;
    }

    private void tree() {
        var children = new HashSet<String>();
        diagram.edges().forEach(edge -> children.add(edge.to()));
        var seen = new HashSet<String>();
        List<Node> roots = diagram.nodes().stream()
                .filter(node -> !children.contains(node.id()))
                .toList();
        for (int i = 0; i < roots.size(); i++) {
            branch(roots.get(i), "", i == roots.size() - 1, seen);
        }
    }

    private void branch(Node node, String indent, boolean last, Set<String> seen) {
        if (!seen.add(node.id())) {
            return;
        }
        String services = node.attribute("services");
        line(indent
                + (last ? "└─ " : "├─ ")
                + name(node.caption())
                + (services.isEmpty() ? "" : "  (" + services + (services.equals("1") ? " service)" : " services)")));
        List<Edge> edges = arrows.from(node.id());
        for (int i = 0; i < edges.size(); i++) {
            Node child = arrows.node(edges.get(i).to());
            branch(child, indent + (last ? "   " : "│  "), i == edges.size() - 1, seen);
        }
    }

    private static String name(String text) {
        return Labels.shortened(text, NAME);
    }

    /** A text of many words, over as many lines as it needs. */
    private void wrapped(String first, String further, String text) {
        String indent = first;
        for (String part : Labels.wrap(text, Math.max(NAME + 2, WIDTH - further.length()), Integer.MAX_VALUE)) {
            line(indent + part);
            indent = further;
        }
    }

    private void line(String text) {
        out.append(text.stripTrailing()).append('\n');
    }
}
