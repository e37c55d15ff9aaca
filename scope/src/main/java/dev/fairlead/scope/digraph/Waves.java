package dev.fairlead.scope.digraph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The order in which a graph's nodes can be done: wave n holds the nodes whose dependencies all lie in waves before n.
 *
 * <p>Kahn's algorithm (<i>Topological Sorting of Large Networks</i>, CACM 1962), a wave at a time: a node joins the wave after the one in which its last
 * dependency is done. Nodes on a cycle, and nodes that depend on one, never get there; they are blocked, and change nothing for the others. Linear in nodes
 * and edges, but for sorting each wave.
 *
 * @param waves the waves in order, each sorted by id, none empty
 * @param blocked the nodes without a wave, sorted by id
 */
public record Waves(List<List<String>> waves, List<String> blocked) {
    /** Copies the lists. */
    public Waves {
        waves = waves.stream().map(List::copyOf).toList();
        blocked = List.copyOf(blocked);
    }

    /** The waves of a graph. */
    public static Waves of(Digraph graph) {
        Digraph dependents = graph.reversed();
        int[] remaining = new int[graph.size()];
        int[] done = new int[graph.size()];
        int count = 0;
        for (int node = 0; node < graph.size(); node++) {
            remaining[node] = graph.end(node) - graph.begin(node);
            if (remaining[node] == 0) {
                done[count++] = node;
            }
        }
        var waves = new ArrayList<List<String>>();
        for (int begin = 0; begin < count; ) {
            int end = count;
            for (int i = begin; i < end; i++) {
                for (int e = dependents.begin(done[i]); e < dependents.end(done[i]); e++) {
                    if (--remaining[dependents.target(e)] == 0) {
                        done[count++] = dependents.target(e);
                    }
                }
            }
            Arrays.sort(done, begin, end);
            waves.add(graph.ids(Arrays.copyOfRange(done, begin, end)));
            begin = end;
        }
        var blocked = new ArrayList<String>();
        for (int node = 0; node < graph.size(); node++) {
            if (remaining[node] > 0) {
                blocked.add(graph.ids().get(node));
            }
        }
        return new Waves(waves, blocked);
    }
}
