package dev.fairlead.diagram.mermaid;

import static dev.fairlead.diagram.mermaid.MermaidWriter.bare;

import dev.fairlead.diagram.ir.Diagram;
import dev.fairlead.diagram.ir.Edge;
import dev.fairlead.diagram.ir.Group;
import dev.fairlead.diagram.ir.Groups;
import dev.fairlead.diagram.ir.Node;
import dev.fairlead.diagram.ir.ShortId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A {@code stateDiagram-v2}: groups are composite states that follow one another. Mermaid allows no transitions between
 * states in different composites, so only those within one are drawn, and what is missing says who misses it.
 */
final class StateDiagram {
    private final Diagram diagram;
    private final Groups groups;
    private final MermaidWriter out = new MermaidWriter();
    private final Map<String, Node> nodes = new HashMap<>();

    private StateDiagram(Diagram diagram) {
        this.diagram = diagram;
        this.groups = new Groups(diagram);
        diagram.nodes().forEach(node -> nodes.put(node.id(), node));
    }

    static String of(Diagram diagram) {
        return new StateDiagram(diagram).write();
    }

    private String write() {
        out.line("stateDiagram-v2");
        out.line("  accTitle: " + MermaidWriter.escape(diagram.title()));
        out.line("  direction LR");
        List<Group> stages = groups.inside(null);
        for (Group stage : stages) {
            out.line("  state " + MermaidWriter.quote(stage.label()) + " as in_" + ShortId.of(stage.id()) + " {");
            out.line("    direction TB");
            boxes(stage.id(), "    ");
            out.line("  }");
        }
        boxes(null, "  ");
        for (int i = 1; i < stages.size(); i++) {
            out.line("  in_" + ShortId.of(stages.get(i - 1).id()) + " --> in_"
                    + ShortId.of(stages.get(i).id()));
        }
        List<String> problems = diagram.nodes().stream()
                .filter(node -> node.tone().isProblem())
                .map(node -> ShortId.of(node.id()))
                .toList();
        int number = 0;
        for (String note : diagram.notes()) {
            out.line("  state " + MermaidWriter.quote(note) + " as note_" + ++number);
        }
        if (!problems.isEmpty()) {
            out.line("  classDef problem fill:#fff5f5,stroke:#c92a2a,color:#c92a2a,stroke-dasharray:5 3");
            problems.forEach(id -> out.line("  class " + id + " problem"));
        }
        return out.toString();
    }

    private void boxes(@Nullable String group, String indent) {
        List<Node> boxes = groups.nodes(group);
        boxes.forEach(node -> out.line(indent + "state " + MermaidWriter.quote(node.caption() + missedBy(node)) + " as "
                + ShortId.of(node.id())));
        for (Edge edge : diagram.edges()) {
            Node from = nodes.get(edge.from());
            Node to = nodes.get(edge.to());
            if (group != null && from != null && to != null && isIn(from, group) && isIn(to, group)) {
                out.line(indent + ShortId.of(edge.from()) + " --> " + ShortId.of(edge.to()) + " : "
                        + bare(edge.caption()));
            }
        }
    }

    private static boolean isIn(Node node, String group) {
        return Objects.equals(node.group(), group);
    }

    private String missedBy(Node node) {
        if (node.group() != null) {
            return "";
        }
        String names = diagram.edges().stream()
                .filter(edge -> edge.from().equals(node.id()))
                .map(edge -> nodes.get(edge.to()))
                .filter(Objects::nonNull)
                .map(Node::label)
                .limit(3)
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "" : ", needed by " + names;
    }
}
