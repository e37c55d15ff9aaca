package dev.fairlead.scope.digraph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.SortedSet;
import java.util.TreeSet;

/** What can be reached, by breadth-first search in the order of ids; linear in what is reached. For dependents instead of dependencies, reverse the graph. */
public final class Reachability {
    private static final int UNSEEN = -1;

    private final Digraph graph;
    /** The node that the search came from; a start came from itself. */
    private final int[] cameFrom;

    private final int[] queue;
    private int queued;

    private Reachability(Digraph graph) {
        this.graph = graph;
        this.cameFrom = new int[graph.size()];
        Arrays.fill(cameFrom, UNSEEN);
        this.queue = new int[graph.size()];
    }

    /**
     * Every node that some start depends on, directly or not, and the starts themselves.
     *
     * @throws NoSuchElementException if a start is no node
     */
    public static SortedSet<String> from(Digraph graph, Collection<String> starts) {
        var search = new Reachability(graph);
        starts.forEach(start -> search.enter(graph.node(start), graph.node(start)));
        search.run();
        return Collections.unmodifiableSortedSet(new TreeSet<>(graph.ids(Arrays.copyOf(search.queue, search.queued))));
    }

    /**
     * A shortest chain of dependencies from one node to another, both included; only the node itself if they are the same; empty if there is none.
     *
     * @throws NoSuchElementException if either is no node
     */
    public static List<String> chain(Digraph graph, String from, String to) {
        var search = new Reachability(graph);
        int start = graph.node(from);
        int goal = graph.node(to);
        search.enter(start, start);
        search.run();
        if (search.cameFrom[goal] == UNSEEN) {
            return List.of();
        }
        var chain = new ArrayList<String>();
        for (int node = goal; node != start; node = search.cameFrom[node]) {
            chain.add(graph.ids().get(node));
        }
        chain.add(from);
        return List.copyOf(chain.reversed());
    }

    private void enter(int node, int origin) {
        if (cameFrom[node] == UNSEEN) {
            cameFrom[node] = origin;
            queue[queued++] = node;
        }
    }

    private void run() {
        for (int i = 0; i < queued; i++) {
            for (int e = graph.begin(queue[i]); e < graph.end(queue[i]); e++) {
                enter(graph.target(e), queue[i]);
            }
        }
    }
}
