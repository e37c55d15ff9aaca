package dev.fairlead.diagram.filter;

import dev.fairlead.diagram.ir.Diagram;
import dev.fairlead.diagram.ir.Edge;
import dev.fairlead.scope.digraph.Components;
import dev.fairlead.scope.digraph.Digraph;
import dev.fairlead.scope.digraph.TransitiveReduction;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Leaves out plain edges that a longer way implies. Edges with a problem and those of cycles stay, since there the reduction
 * is not unique and the reader wants to see them all.
 */
public final class Reduction {
    private Reduction() {}

    /** The diagram without what other edges imply. */
    public static Diagram of(Diagram diagram) {
        Digraph.Builder all = Digraph.builder();
        diagram.nodes().forEach(node -> all.node(node.id()));
        diagram.edges().forEach(edge -> all.edge(edge.from(), edge.to()));
        Map<String, String> component = new HashMap<>();
        for (List<String> members : Components.of(all.build()).components()) {
            members.forEach(member -> component.put(member, members.getFirst()));
        }
        Digraph.Builder acyclic = Digraph.builder();
        for (Edge edge : diagram.edges()) {
            String from = component.getOrDefault(edge.from(), edge.from());
            String to = component.getOrDefault(edge.to(), edge.to());
            if (!from.equals(to)) {
                acyclic.edge(from, to);
            }
        }
        Digraph reduced = TransitiveReduction.of(acyclic.build());
        Map<String, Set<String>> kept = new HashMap<>();
        reduced.ids().forEach(id -> kept.put(id, new HashSet<>(reduced.successors(id))));
        return diagram.with(
                diagram.nodes(),
                diagram.edges().stream()
                        .filter(edge -> edge.tone().isProblem() || stays(edge, component, kept))
                        .toList());
    }

    private static boolean stays(Edge edge, Map<String, String> component, Map<String, Set<String>> kept) {
        String from = component.getOrDefault(edge.from(), edge.from());
        String to = component.getOrDefault(edge.to(), edge.to());
        return from.equals(to) || kept.getOrDefault(from, Set.of()).contains(to);
    }
}
