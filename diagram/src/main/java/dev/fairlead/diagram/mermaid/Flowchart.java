package dev.fairlead.diagram.mermaid;

import static dev.fairlead.diagram.mermaid.MermaidWriter.escape;
import static dev.fairlead.diagram.mermaid.MermaidWriter.label;

import dev.fairlead.diagram.fit.Budget;
import dev.fairlead.diagram.ir.Diagram;
import dev.fairlead.diagram.ir.Edge;
import dev.fairlead.diagram.ir.Group;
import dev.fairlead.diagram.ir.Groups;
import dev.fairlead.diagram.ir.Node;
import dev.fairlead.diagram.ir.Origin;
import dev.fairlead.diagram.ir.Rows;
import dev.fairlead.diagram.ir.ShortId;
import dev.fairlead.diagram.ir.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A {@code graph LR}: a {@code subgraph} for each group, a shape for each kind of node, problems dashed and named. */
final class Flowchart {
    private final Diagram diagram;
    private final Groups groups;
    private final MermaidWriter out = new MermaidWriter();

    private Flowchart(Diagram diagram) {
        this.diagram = diagram;
        this.groups = new Groups(diagram);
    }

    static String of(Diagram diagram) {
        return new Flowchart(diagram).write();
    }

    private String write() {
        out.line("graph LR");
        out.line("  accTitle: " + escape(diagram.title()));
        level(null, "  ");
        for (Edge edge : diagram.edges()) {
            String label = edge.caption().isEmpty() ? "" : "|" + label(edge.caption()) + "|";
            out.line("  " + ShortId.of(edge.from()) + " " + Styles.arrow(edge) + label + " " + ShortId.of(edge.to()));
        }
        List<Rows.Link> rows = Rows.of(diagram);
        if (diagram.edges().size() + rows.size() <= Budget.MERMAID.edges()) {
            rows.forEach(link -> out.line("  " + ShortId.of(link.left()) + " ~~~ " + ShortId.of(link.right())));
        }
        int number = 0;
        for (String note : diagram.notes()) {
            out.line("  note_" + ++number + "[" + label(note) + "]:::note");
        }
        if (number > 0) {
            out.line("  classDef note " + Styles.NOTE);
        }
        styles();
        return out.toString();
    }

    private void level(@Nullable String group, String indent) {
        for (Group inner : groups.inside(group)) {
            // A group and a node may stand for one thing.
            out.line(indent + "subgraph in_" + ShortId.of(inner.id()) + "[" + label(inner.label()) + "]");
            level(inner.id(), indent + "  ");
            out.line(indent + "end");
        }
        for (Node node : groups.nodes(group)) {
            out.line(indent + ShortId.of(node.id()) + Styles.box(node));
        }
    }

    private void styles() {
        Map<Tone, List<String>> toned = new TreeMap<>();
        for (Node node : diagram.nodes()) {
            if (!Styles.node(node.tone()).isEmpty()) {
                toned.computeIfAbsent(node.tone(), _ -> new ArrayList<>()).add(ShortId.of(node.id()));
            }
        }
        toned.forEach((tone, ids) -> {
            out.line("  classDef " + tone.name().toLowerCase(Locale.ROOT) + " " + Styles.node(tone));
            out.line("  class " + String.join(",", ids) + " " + tone.name().toLowerCase(Locale.ROOT));
        });
        Map<Tone, List<String>> links = new TreeMap<>();
        for (int i = 0; i < diagram.edges().size(); i++) {
            links.computeIfAbsent(diagram.edges().get(i).tone(), _ -> new ArrayList<>())
                    .add(String.valueOf(i));
        }
        links.forEach((tone, indexes) -> {
            if (!Styles.link(tone).isEmpty()) {
                out.line("  linkStyle " + String.join(",", indexes) + " " + Styles.link(tone));
            }
        });
        marks();
    }

    /** A problem shows before a change does. */
    private void marks() {
        Map<Origin, List<String>> boxes = new TreeMap<>();
        for (Node node : diagram.nodes()) {
            if (node.origin() != null && !node.tone().isProblem()) {
                boxes.computeIfAbsent(node.origin(), _ -> new ArrayList<>()).add(ShortId.of(node.id()));
            }
        }
        boxes.remove(Origin.BOTH);
        boxes.forEach((origin, ids) -> {
            String name = "is_" + origin.name().toLowerCase(Locale.ROOT);
            out.line("  classDef " + name + " " + Styles.node(origin));
            out.line("  class " + String.join(",", ids) + " " + name);
        });
        Map<Origin, List<String>> links = new TreeMap<>();
        for (int i = 0; i < diagram.edges().size(); i++) {
            Edge edge = diagram.edges().get(i);
            if (edge.origin() != null && !edge.tone().isProblem()) {
                links.computeIfAbsent(edge.origin(), _ -> new ArrayList<>()).add(String.valueOf(i));
            }
        }
        links.remove(Origin.BOTH);
        links.forEach(
                (origin, indexes) -> out.line("  linkStyle " + String.join(",", indexes) + " " + Styles.link(origin)));
    }
}
