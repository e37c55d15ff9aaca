package dev.fairlead.scope.digraph;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Shortest cycles, the same one on every run: of several shortest ones the one whose smallest id is smallest, and of those the one that a breadth-first search
 * in the order of ids meets first.
 *
 * <p>Idea: a cycle lies within a strongly connected component. From each of its nodes in turn, search breadth-first for the way back to it, no deeper than the
 * best cycle so far; then take the node away, since every cycle through it is known, and with it whatever is on no cycle any more. At worst nodes times
 * edges of a component (Itai and Rodeh, <i>Finding a Minimum Circuit in a Graph</i>, SIAM J. Comput. 1978), and linear for a single ring.
 */
public final class ShortestCycle {
    private final Digraph graph;
    private final Digraph reversed;
    /** Whether a node is still searched. */
    private final boolean[] present;
    /** How many edges of a present node lead to, and come from, present ones. */
    private final int[] out;

    private final int[] in;
    /** The node that the current search came from, and the number of the search that wrote it. */
    private final int[] cameFrom;

    private final int[] stamp;

    private ShortestCycle(Digraph graph) {
        this.graph = graph;
        this.reversed = graph.reversed();
        this.present = new boolean[graph.size()];
        this.out = new int[graph.size()];
        this.in = new int[graph.size()];
        this.cameFrom = new int[graph.size()];
        this.stamp = new int[graph.size()];
    }

    /** The shortest cycle of a graph, from its smallest id on, each node depending on the next and the last on the first; empty if there is none. */
    public static Optional<List<String>> of(Digraph graph) {
        return ofEachComponent(graph).stream()
                .min(Comparator.<List<String>>comparingInt(List::size).thenComparing(List::getFirst));
    }

    /** For each component that has a cycle, its shortest one, as in {@link #of}; by the smallest id of the component. */
    public static List<List<String>> ofEachComponent(Digraph graph) {
        var search = new ShortestCycle(graph);
        return Components.of(graph).cyclicNodes().stream()
                .map(members -> graph.ids(search.within(members)))
                .toList();
    }

    private int[] within(int[] members) {
        for (int node : members) {
            present[node] = true;
        }
        for (int node : members) {
            out[node] = presentTargets(graph, node);
            in[node] = presentTargets(reversed, node);
        }
        int[] best = new int[0];
        for (int node : members) {
            if (present[node]) {
                int[] cycle = through(node, best.length == 0 ? Integer.MAX_VALUE : best.length - 1);
                best = cycle.length > 0 ? cycle : best;
                remove(node);
            }
        }
        return best;
    }

    private int presentTargets(Digraph direction, int node) {
        int count = 0;
        for (int e = direction.begin(node); e < direction.end(node); e++) {
            count += present[direction.target(e)] ? 1 : 0;
        }
        return count;
    }

    /** A shortest cycle through a node if it has at most {@code longest} nodes, else an empty array. */
    private int[] through(int root, int longest) {
        int search = root + 1; // every node is a root once at most, and stamps begin at 0
        Deque<Integer> level = new ArrayDeque<>();
        level.add(root);
        stamp[root] = search;
        for (int depth = 1; depth <= longest && !level.isEmpty(); depth++) {
            for (int waiting = level.size(); waiting > 0; waiting--) {
                int node = level.remove();
                for (int e = graph.begin(node); e < graph.end(node); e++) {
                    int target = graph.target(e);
                    if (target == root) {
                        return trace(root, node, depth);
                    }
                    if (present[target] && stamp[target] != search) {
                        stamp[target] = search;
                        cameFrom[target] = node;
                        level.add(target);
                    }
                }
            }
        }
        return new int[0];
    }

    private int[] trace(int root, int last, int length) {
        int[] cycle = new int[length];
        int node = last;
        for (int i = length - 1; i > 0; i--) {
            cycle[i] = node;
            node = cameFrom[node];
        }
        cycle[0] = root;
        return cycle;
    }

    /** Takes a node away, and those that then have no edge in or no edge out. */
    private void remove(int node) {
        Deque<Integer> doomed = new ArrayDeque<>();
        doomed.add(node);
        present[node] = false;
        while (!doomed.isEmpty()) {
            int gone = doomed.remove();
            loosen(graph, gone, in, doomed);
            loosen(reversed, gone, out, doomed);
        }
    }

    private void loosen(Digraph direction, int gone, int[] degrees, Deque<Integer> doomed) {
        for (int e = direction.begin(gone); e < direction.end(gone); e++) {
            int other = direction.target(e);
            if (present[other] && --degrees[other] == 0) {
                present[other] = false;
                doomed.add(other);
            }
        }
    }
}
