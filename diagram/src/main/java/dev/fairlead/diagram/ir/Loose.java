package dev.fairlead.diagram.ir;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What of a diagram no edge connects to anything: nodes without edges, and groups of nothing but those. */
public final class Loose {
    private final Set<String> ends = new HashSet<>();
    private final Set<String> connected = new HashSet<>();
    private final Map<String, Integer> looseInside = new HashMap<>();
    private final Set<String> known = new HashSet<>();
    private final boolean anyEdge;

    public Loose(Diagram diagram) {
        anyEdge = !diagram.edges().isEmpty();
        diagram.edges().forEach(edge -> {
            ends.add(edge.from());
            ends.add(edge.to());
        });
        var groups = new Groups(diagram);
        diagram.groups().forEach(group -> known.add(group.id()));
        for (Node node : diagram.nodes()) {
            if (has(node)) {
                count(node.group());
            } else {
                groups.around(node.group()).forEach(group -> connected.add(group.id()));
            }
        }
        diagram.groups().stream().filter(this::has).forEach(group -> count(group.parent()));
    }

    private void count(@Nullable String group) {
        looseInside.merge(key(group), 1, Integer::sum);
    }

    private String key(@Nullable String group) {
        return group == null || !known.contains(group) ? "" : "in " + group;
    }

    public boolean has(Node node) {
        return !ends.contains(node.id());
    }

    public boolean has(Group group) {
        return !connected.contains(group.id());
    }

    /** Whether several loose things are in a group, or in none, that has also others in it. */
    public boolean needsShelf(@Nullable String group) {
        boolean mixed = key(group).isEmpty() ? anyEdge : connected.contains(group);
        return mixed && looseInside.getOrDefault(key(group), 0) > 1;
    }
}
