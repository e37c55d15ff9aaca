package dev.fairlead.diagram.mermaid;

import dev.fairlead.diagram.ir.Diagram;
import dev.fairlead.diagram.ir.Edge;
import dev.fairlead.diagram.ir.Node;
import dev.fairlead.diagram.ir.ShortId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A {@code mindmap}: indentation is nesting. What has no parent hangs on a root that stands for the whole. */
final class Mindmap {
    private final Diagram diagram;
    private final MermaidWriter out = new MermaidWriter();
    private final Map<String, List<String>> children = new HashMap<>();
    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final Set<String> drawn = new HashSet<>();

    private Mindmap(Diagram diagram) {
        this.diagram = diagram;
        diagram.nodes().forEach(node -> nodes.put(node.id(), node));
    }

    static String of(Diagram diagram) {
        return new Mindmap(diagram).write();
    }

    private String write() {
        Set<String> roots = new LinkedHashSet<>(nodes.keySet());
        for (Edge edge : diagram.edges()) {
            children.computeIfAbsent(edge.from(), _ -> new ArrayList<>()).add(edge.to());
            roots.remove(edge.to());
        }
        out.line("mindmap");
        out.line("  root((" + MermaidWriter.quote(diagram.title()) + "))");
        roots.forEach(root -> branch(root, "    "));
        int number = 0;
        for (String note : diagram.notes()) {
            out.line("    note_" + ++number + "))" + MermaidWriter.quote(note) + "((");
        }
        return out.toString();
    }

    /** Here text is Markdown even where nothing says so. */
    private static String plain(String text) {
        return MermaidWriter.quote(text).replace("*", "\\*").replace("_", "\\_");
    }

    private void branch(String id, String indent) {
        Node node = nodes.get(id);
        if (node != null && drawn.add(id)) {
            // Words such as end mean something at the start of an id, too.
            String services = node.attribute("services");
            String text = node.caption()
                    + (services.isEmpty() ? "" : " · " + services + (services.equals("1") ? " service" : " services"));
            out.line(indent + "n_" + ShortId.of(id) + "[" + plain(text) + "]");
            children.getOrDefault(id, List.of()).forEach(child -> branch(child, indent + "  "));
        }
    }
}
