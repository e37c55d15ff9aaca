package dev.fairlead.diagram.markdown;

import dev.fairlead.diagram.ir.Arrows;
import dev.fairlead.diagram.ir.Diagram;
import dev.fairlead.diagram.ir.Edge;
import dev.fairlead.diagram.ir.Form;
import dev.fairlead.diagram.ir.Group;
import dev.fairlead.diagram.ir.Groups;
import dev.fairlead.diagram.ir.Labels;
import dev.fairlead.diagram.ir.Node;
import dev.fairlead.diagram.ir.Tone;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes a diagram as Markdown tables: one for each group, a row for each box, with what its arrows lead to. */
public final class MarkdownRenderer {
    private final Diagram diagram;
    private final Groups groups;
    private final Arrows arrows;
    private final StringBuilder out = new StringBuilder();

    private MarkdownRenderer(Diagram diagram) {
        this.diagram = diagram;
        this.groups = new Groups(diagram);
        this.arrows = new Arrows(diagram);
    }

    /** The text of a diagram, ending in a line break. */
    public static String render(Diagram diagram) {
        return new MarkdownRenderer(diagram).render();
    }

    private String render() {
        line("# " + escape(diagram.title()));
        diagram.notes().forEach(note -> {
            line("");
            line("> " + escape(note));
        });
        switch (diagram.form()) {
            case MATRIX -> matrix();
            case SEQUENCE -> sequence();
            case FLOW -> flow();
            default -> level(null, 2);
        }
        return out.toString();
    }

    private void level(@Nullable String group, int depth) {
        List<Node> here = groups.nodes(group);
        if (!here.isEmpty()) {
            table(here);
        }
        for (Group inner : groups.inside(group)) {
            line("");
            line("#".repeat(Math.min(depth, 6)) + " " + escape(inner.label()));
            level(inner.id(), depth + 1);
        }
    }

    private void table(List<Node> rows) {
        line("");
        if (diagram.form() == Form.TABLE) {
            row(diagram.columns().stream().map(MarkdownRenderer::escape).toList());
            row(Collections.nCopies(diagram.columns().size(), "---"));
            for (Node node : rows) {
                var cells = new ArrayList<String>();
                diagram.columns().forEach(column -> cells.add(escape(node.attribute(column))));
                if (!node.remark().isEmpty()) {
                    cells.set(0, "**" + cells.getFirst() + " (" + escape(node.remark()) + ")**");
                }
                row(cells);
            }
            return;
        }
        boolean connected =
                rows.stream().anyMatch(node -> !arrows.from(node.id()).isEmpty());
        row(connected ? List.of("name", "kind", "arrows") : List.of("name", "kind"));
        row(connected ? List.of("---", "---", "---") : List.of("---", "---"));
        for (Node node : rows) {
            String name = node.tone().isProblem() ? "**" + escape(node.caption()) + "**" : escape(node.caption());
            row(connected ? List.of(name, escape(node.kind()), arrows(node)) : List.of(name, escape(node.kind())));
        }
    }

    /** What the arrows of a node lead to, by what is written at them. */
    private String arrows(Node node) {
        Map<String, List<String>> byCaption = new LinkedHashMap<>();
        for (Edge edge : arrows.from(node.id())) {
            String caption = escape(edge.caption().isBlank() ? edge.kind() : edge.caption());
            String shown = edge.tone().isProblem() ? "**" + caption + "**" : caption;
            byCaption.computeIfAbsent(shown, _ -> new ArrayList<>()).add(escape(arrows.address(edge.to())));
        }
        return byCaption.entrySet().stream()
                .map(entry -> entry.getKey() + " → " + String.join(", ", entry.getValue()))
                .collect(Collectors.joining("<br>"));
    }

    private void matrix() {
        List<Node> columns = arrows.columns();
        line("");
        var header = new ArrayList<>(List.of(""));
        columns.forEach(column -> header.add(escape(column.caption())));
        row(header);
        row(Collections.nCopies(header.size(), "---"));
        for (Node row : arrows.rows()) {
            var cells = new ArrayList<>(List.of(escape(row.caption())));
            columns.forEach(column -> cells.add(escape(arrows.cell(row, column))));
            row(cells);
        }
    }

    private void sequence() {
        line("");
        row(List.of("", "from", "to", "what"));
        row(List.of("---", "---", "---", "---"));
        int number = 0;
        for (Edge edge : diagram.edges()) {
            row(List.of(
                    String.valueOf(++number),
                    escape(arrows.address(edge.from())),
                    escape(arrows.address(edge.to())),
                    escape(edge.caption())));
        }
    }

    private void flow() {
        line("");
        row(List.of("from", "to", "count"));
        row(List.of("---", "---", "--:"));
        for (Edge edge : diagram.edges()) {
            String problem =
                    edge.tone().words().isEmpty() ? "" : " **" + edge.tone().words() + "**";
            row(List.of(
                    escape(arrows.node(edge.from()).caption()),
                    escape(arrows.node(edge.to()).caption()) + problem,
                    String.valueOf(edge.weight())));
        }
        List<Node> alone = diagram.nodes().stream()
                .filter(node -> node.tone() != Tone.PLAIN)
                .toList();
        if (!alone.isEmpty()) {
            table(alone);
        }
    }

    private void row(List<String> cells) {
        line("| " + String.join(" | ", cells) + " |");
    }

    /** A text in which nothing means anything to Markdown or HTML; cells end at a bar, and names may look like links. */
    private static String escape(String text) {
        var escaped = new StringBuilder();
        Labels.visible(text).codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '|', '\\', '`', '*', '_', '[', ']', '#', '~', '!', '$' ->
                    escaped.append('\\').appendCodePoint(c);
                default -> escaped.appendCodePoint(c);
            }
        });
        // Bare addresses become links on forges, whatever stands around them.
        return escaped.toString().replace("://", ":&#47;/").replace("www.", "www&#46;");
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
