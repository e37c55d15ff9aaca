package dev.fairlead.diagram.mermaid;

import dev.fairlead.diagram.ir.Diagram;
import dev.fairlead.diagram.ir.Edge;
import dev.fairlead.diagram.ir.Node;
import dev.fairlead.scope.digraph.Components;
import dev.fairlead.scope.digraph.Digraph;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** A {@code sankey-beta}: rows of CSV. It knows nodes by their label alone, so equal labels get a number. */
final class Sankey {
    private Sankey() {}

    static String of(Diagram diagram) {
        var out = new MermaidWriter();
        out.line("sankey-beta");
        for (String note : diagram.notes()) {
            out.line("%% " + MermaidWriter.escape(note));
        }
        out.line("");
        Map<String, String> labels = labels(diagram);
        for (Edge edge : diagram.edges()) {
            out.line(labels.get(edge.from()) + "," + labels.get(edge.to()) + "," + edge.weight());
        }
        return out.toString();
    }

    /** Mermaid's layout does not end on circles. */
    static boolean isAcyclic(Diagram diagram) {
        Digraph.Builder graph = Digraph.builder();
        diagram.edges().forEach(edge -> graph.edge(edge.from(), edge.to()));
        return Components.of(graph.build()).cyclic().isEmpty();
    }

    private static Map<String, String> labels(Diagram diagram) {
        Map<String, String> labels = new HashMap<>();
        Set<String> taken = new HashSet<>();
        for (Node node : diagram.nodes()) {
            String label = node.caption().isBlank() ? node.id() : node.caption();
            String unique = label;
            for (int n = 2; !taken.add(unique); n++) {
                unique = label + " (" + n + ")";
            }
            // A quote is doubled in CSV; here it is a code already.
            labels.put(node.id(), MermaidWriter.quote(unique));
        }
        return labels;
    }
}
