package dev.fairlead.scope.digraph;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * The transitive reduction of an acyclic graph: the smallest graph with the same reachability, which is unique (Aho, Garey, Ullman, <i>The Transitive
 * Reduction of a Directed Graph</i>, SIAM J. Comput. 1972). Pictures draw it.
 *
 * <p>Idea: an edge is implied when another successor of its source reaches its target. Each node with several successors is searched from, once, no further
 * than its last successor lies in topological order. At worst nodes times edges.
 */
public final class TransitiveReduction {
    private final Digraph graph;
    /** The number of each node's wave: every dependency has a smaller one. */
    private final int[] depth;
    /** The last node from which a node was found in two steps or more, plus one. */
    private final int[] impliedBy;
    /** The last node from which a node's edges were followed, plus one. */
    private final int[] followedBy;

    private TransitiveReduction(Digraph graph, int[] depth) {
        this.graph = graph;
        this.depth = depth;
        this.impliedBy = new int[graph.size()];
        this.followedBy = new int[graph.size()];
    }

    /**
     * The graph without the edges that a longer way implies.
     *
     * @throws IllegalArgumentException if the graph has a cycle; reductions are then not unique
     */
    public static Digraph of(Digraph graph) {
        var reduction = new TransitiveReduction(graph, depths(graph));
        long[] kept = new long[graph.edges()];
        int count = 0;
        for (int node = 0; node < graph.size(); node++) {
            reduction.findImplied(node);
            for (int e = graph.begin(node); e < graph.end(node); e++) {
                if (reduction.impliedBy[graph.target(e)] != node + 1) {
                    kept[count++] = Digraph.edge(node, graph.target(e));
                }
            }
        }
        return Digraph.of(graph.ids(), Arrays.copyOf(kept, count));
    }

    private static int[] depths(Digraph graph) {
        Waves waves = Waves.of(graph);
        if (!waves.blocked().isEmpty()) {
            throw new IllegalArgumentException(
                    "the transitive reduction of a graph with a cycle is not unique: " + waves.blocked());
        }
        int[] depth = new int[graph.size()];
        for (int wave = 0; wave < waves.waves().size(); wave++) {
            for (String id : waves.waves().get(wave)) {
                depth[graph.node(id)] = wave;
            }
        }
        return depth;
    }

    /** Marks what a node reaches in two steps or more, as far as it matters for the node's edges. */
    private void findImplied(int node) {
        if (graph.end(node) - graph.begin(node) < 2) {
            return;
        }
        int shallowest = Integer.MAX_VALUE;
        Deque<Integer> waiting = new ArrayDeque<>();
        for (int e = graph.begin(node); e < graph.end(node); e++) {
            shallowest = Math.min(shallowest, depth[graph.target(e)]);
            waiting.push(graph.target(e));
        }
        while (!waiting.isEmpty()) {
            int reached = waiting.pop();
            if (followedBy[reached] == node + 1) {
                continue;
            }
            followedBy[reached] = node + 1;
            for (int e = graph.begin(reached); e < graph.end(reached); e++) {
                int target = graph.target(e);
                if (depth[target] >= shallowest) {
                    impliedBy[target] = node + 1;
                    waiting.push(target);
                }
            }
        }
    }
}
