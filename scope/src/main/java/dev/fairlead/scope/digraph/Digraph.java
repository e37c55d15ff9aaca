package dev.fairlead.scope.digraph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/**
 * A directed graph over ids, immutable. An edge reads "depends on". Nodes are numbered in the order of their ids, so a smaller number is a smaller id; the
 * successors of node n are {@code targets[offsets[n]]} up to, not including, {@code targets[offsets[n + 1]]}, sorted.
 */
public final class Digraph {
    private final List<String> ids;
    private final int[] offsets;
    private final int[] targets;

    private Digraph(List<String> ids, int[] offsets, int[] targets) {
        this.ids = ids;
        this.offsets = offsets;
        this.targets = targets;
    }

    /** An empty builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** The graph of edges given as {@code from << 32 | to}. */
    static Digraph of(List<String> ids, long[] edges) {
        long[] sorted = edges.clone();
        Arrays.sort(sorted);
        int[] offsets = new int[ids.size() + 1];
        int[] targets = new int[sorted.length];
        int count = 0;
        for (int e = 0; e < sorted.length; e++) {
            if (e == 0 || sorted[e] != sorted[e - 1]) {
                targets[count++] = (int) sorted[e];
                offsets[(int) (sorted[e] >>> 32) + 1]++;
            }
        }
        for (int n = 0; n < ids.size(); n++) {
            offsets[n + 1] += offsets[n];
        }
        return new Digraph(ids, offsets, Arrays.copyOf(targets, count));
    }

    static long edge(int from, int to) {
        return (long) from << 32 | to;
    }

    /** How many nodes there are. */
    public int size() {
        return ids.size();
    }

    /** The ids of all nodes, sorted. */
    public List<String> ids() {
        return ids;
    }

    /**
     * What a node depends on directly, sorted.
     *
     * @throws NoSuchElementException if there is no such node
     */
    public List<String> successors(String id) {
        int node = node(id);
        return ids(Arrays.copyOfRange(targets, offsets[node], offsets[node + 1]));
    }

    /** The same nodes with every edge turned round. */
    public Digraph reversed() {
        long[] edges = new long[targets.length];
        for (int node = 0; node < size(); node++) {
            for (int e = begin(node); e < end(node); e++) {
                edges[e] = edge(targets[e], node);
            }
        }
        return of(ids, edges);
    }

    int node(String id) {
        int node = Collections.binarySearch(ids, id);
        if (node < 0) {
            throw new NoSuchElementException("there is no node " + id);
        }
        return node;
    }

    List<String> ids(int[] nodes) {
        return Arrays.stream(nodes).mapToObj(ids::get).toList();
    }

    /** The first edge of a node. */
    int begin(int node) {
        return offsets[node];
    }

    /** The edge behind a node's last. */
    int end(int node) {
        return offsets[node + 1];
    }

    int target(int edge) {
        return targets[edge];
    }

    int edges() {
        return targets.length;
    }

    boolean hasEdge(int from, int to) {
        return Arrays.binarySearch(targets, begin(from), end(from), to) >= 0;
    }

    /** Collects a graph. Not thread-safe. */
    public static final class Builder {
        private final Map<String, Integer> mentions = new HashMap<>();
        private final List<String> ids = new ArrayList<>();
        private long[] edges = new long[16];
        private int count;

        private Builder() {}

        /** Adds a node; adding it again changes nothing. */
        public Builder node(String id) {
            mention(id);
            return this;
        }

        /** Adds an edge, and its ends where they are missing; adding it again changes nothing. */
        public Builder edge(String from, String to) {
            if (count == edges.length) {
                edges = Arrays.copyOf(edges, count * 2);
            }
            edges[count++] = Digraph.edge(mention(from), mention(to));
            return this;
        }

        private int mention(String id) {
            Integer known = mentions.putIfAbsent(id, ids.size());
            if (known != null) {
                return known;
            }
            ids.add(id);
            return ids.size() - 1;
        }

        /** The graph. Time: sorting the nodes and the edges. */
        public Digraph build() {
            List<String> sorted = ids.stream().sorted().toList();
            int[] node = new int[sorted.size()];
            for (int n = 0; n < node.length; n++) {
                node[mentions.getOrDefault(sorted.get(n), -1)] = n;
            }
            long[] renumbered = new long[count];
            for (int e = 0; e < count; e++) {
                renumbered[e] = Digraph.edge(node[(int) (edges[e] >>> 32)], node[(int) edges[e]]);
            }
            return of(sorted, renumbered);
        }
    }
}
