package dev.fairlead.scope;

import java.util.Arrays;

/**
 * Edges in compressed rows: the targets of node n are {@code targets[offsets[n]]} up to, not including, {@code targets[offsets[n + 1]]}, in the order the
 * edges were given.
 */
final class Adjacency {
    private final int[] offsets;
    private final int[] targets;

    private Adjacency(int[] offsets, int[] targets) {
        this.offsets = offsets;
        this.targets = targets;
    }

    /** Rows for {@code nodes} nodes, by a counting sort that is stable: time linear in nodes and edges. */
    static Adjacency of(int nodes, IntList from, IntList to) {
        int[] offsets = new int[nodes + 1];
        for (int e = 0; e < from.size(); e++) {
            offsets[from.get(e) + 1]++;
        }
        for (int n = 0; n < nodes; n++) {
            offsets[n + 1] += offsets[n];
        }
        int[] next = Arrays.copyOf(offsets, nodes);
        int[] targets = new int[from.size()];
        for (int e = 0; e < from.size(); e++) {
            targets[next[from.get(e)]++] = to.get(e);
        }
        return new Adjacency(offsets, targets);
    }

    /** The same rows without repeated targets and, unless {@code selfEdges}, without edges from a node to itself; the first mention stays. */
    Adjacency distinct(boolean selfEdges) {
        int[] lastSource = new int[nodes()];
        Arrays.fill(lastSource, -1);
        var from = new IntList();
        var to = new IntList();
        for (int n = 0; n < nodes(); n++) {
            for (int e = begin(n); e < end(n); e++) {
                int target = targets[e];
                if (lastSource[target] != n && (selfEdges || target != n)) {
                    lastSource[target] = n;
                    from.add(n);
                    to.add(target);
                }
            }
        }
        return of(nodes(), from, to);
    }

    int nodes() {
        return offsets.length - 1;
    }

    /** How many targets a node has. */
    int size(int node) {
        return end(node) - begin(node);
    }

    int begin(int node) {
        return offsets[node];
    }

    int end(int node) {
        return offsets[node + 1];
    }

    int target(int edge) {
        return targets[edge];
    }

    /** The first target of a node, or -1. */
    int first(int node) {
        return begin(node) < end(node) ? targets[begin(node)] : -1;
    }
}
