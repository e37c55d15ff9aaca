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
import java.util.regex.Pattern;

/**
 * A {@code sankey-beta}: rows of CSV. It knows nodes by their label alone, so equal labels get a number. Its grammar has
 * printable ASCII only, and no way to write anything else.
 */
final class Sankey {
    /** No code of a character, which would be decoded before the text is read, and no directive, which would be cut out. */
    private static final Pattern SPEAKABLE = Pattern.compile("(?!.*#\\w+;)(?!.*%%)[ -~]*");

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

    /** Whether a diagram can be written as one: Mermaid's layout does not end on circles, either. */
    static boolean canSay(Diagram diagram) {
        boolean speakable = diagram.nodes().stream()
                .allMatch(node -> SPEAKABLE.matcher(node.caption()).matches());
        return speakable && isAcyclic(diagram);
    }

    private static boolean isAcyclic(Diagram diagram) {
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
            labels.put(node.id(), '"' + unique.replace("\"", "\"\"") + '"');
        }
        return labels;
    }
}
