package dev.fairlead.scope.digraph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The strongly connected components of a graph: the largest sets of nodes that all depend on each other, directly or not.
 *
 * <p>Tarjan's algorithm (<i>Depth-First Search and Linear Graph Algorithms</i>, SIAM J. Comput. 1972) with the call stack spelt out. Nodes wait on a stack in
 * the order they are discovered; a node's low mark is the earliest waiting node known to be reachable from it. When a node is left whose low mark is its
 * own, everything above it on the stack is its component. Linear in nodes and edges.
 */
public final class Components {
    private final Digraph graph;
    private final List<int[]> components = new ArrayList<>();
    private final int[] discovered;
    private final int[] low;
    private final boolean[] waiting;
    private final int[] stack;
    private int stackSize;
    private int clock;

    private Components(Digraph graph) {
        this.graph = graph;
        this.discovered = new int[graph.size()];
        this.low = new int[graph.size()];
        this.waiting = new boolean[graph.size()];
        this.stack = new int[graph.size()];
    }

    /** The components of a graph. */
    public static Components of(Digraph graph) {
        var result = new Components(graph);
        int[] calls = new int[graph.size()];
        int[] nextEdge = new int[graph.size()];
        for (int node = 0; node < graph.size(); node++) {
            if (result.discovered[node] == 0) {
                result.visit(node, calls, nextEdge);
            }
        }
        return result;
    }

    private void visit(int root, int[] calls, int[] nextEdge) {
        int depth = 0;
        calls[depth++] = discover(root, nextEdge);
        while (depth > 0) {
            int node = calls[depth - 1];
            if (nextEdge[node] < graph.end(node)) {
                int target = graph.target(nextEdge[node]++);
                if (discovered[target] == 0) {
                    calls[depth++] = discover(target, nextEdge);
                } else if (waiting[target]) {
                    low[node] = Math.min(low[node], discovered[target]);
                }
                continue;
            }
            depth--;
            if (depth > 0) {
                low[calls[depth - 1]] = Math.min(low[calls[depth - 1]], low[node]);
            }
            if (low[node] == discovered[node]) {
                complete(node);
            }
        }
    }

    private int discover(int node, int[] nextEdge) {
        discovered[node] = ++clock;
        low[node] = clock;
        waiting[node] = true;
        stack[stackSize++] = node;
        nextEdge[node] = graph.begin(node);
        return node;
    }

    private void complete(int root) {
        int begin = stackSize;
        do {
            begin--;
            waiting[stack[begin]] = false;
        } while (stack[begin] != root);
        int[] members = Arrays.copyOfRange(stack, begin, stackSize);
        stackSize = begin;
        Arrays.sort(members);
        components.add(members);
    }

    /** The components, each sorted by id; a component comes after those it depends on. */
    public List<List<String>> components() {
        return components.stream().map(graph::ids).toList();
    }

    /** The components that contain a cycle (several nodes, or one with an edge to itself), each sorted by id, by their smallest ids. */
    public List<List<String>> cyclic() {
        return cyclicNodes().stream().map(graph::ids).toList();
    }

    List<int[]> cyclicNodes() {
        return components.stream()
                .filter(members -> members.length > 1 || graph.hasEdge(members[0], members[0]))
                .sorted(Comparator.comparingInt(members -> members[0]))
                .toList();
    }
}
