package dev.fairlead.diagram.ir;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who takes part in a sequence, from left to right: who only sends, who does both, who only receives, and who is silent; each
 * in the order of their first message. So most messages run to the right, and cross few others.
 */
public final class Participants {
    private Participants() {}

    /** The nodes of a diagram in that order. */
    public static List<Node> of(Diagram diagram) {
        Map<String, Node> spoken = new LinkedHashMap<>();
        var arrows = new Arrows(diagram);
        Set<String> senders = new HashSet<>();
        Set<String> receivers = new HashSet<>();
        for (Edge edge : diagram.edges()) {
            senders.add(edge.from());
            receivers.add(edge.to());
            spoken.putIfAbsent(edge.from(), arrows.node(edge.from()));
            spoken.putIfAbsent(edge.to(), arrows.node(edge.to()));
        }
        var ordered = new ArrayList<Node>();
        for (int rank = 0; rank < 3; rank++) {
            for (Node node : spoken.values()) {
                boolean sends = senders.contains(node.id());
                int own = sends && receivers.contains(node.id()) ? 1 : sends ? 0 : 2;
                if (own == rank) {
                    ordered.add(node);
                }
            }
        }
        diagram.nodes().stream().filter(node -> !spoken.containsKey(node.id())).forEach(ordered::add);
        return ordered;
    }
}
