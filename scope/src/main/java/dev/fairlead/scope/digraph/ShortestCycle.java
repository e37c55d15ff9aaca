package dev.fairlead.scope.digraph;

import java.util.List;
import java.util.Optional;

/** Shortest cycles. */
@SuppressWarnings("DoNotCallSuggester")
public final class ShortestCycle {
    private ShortestCycle() {}

    /** The shortest cycle of a graph, from its smallest id on, each node depending on the next and the last on the first. */
    public static Optional<List<String>> of(Digraph graph) {
        throw new UnsupportedOperationException();
    }

    /** For each component that has a cycle, its shortest one, as in {@link #of}; by the smallest id of the component. */
    public static List<List<String>> ofEachComponent(Digraph graph) {
        throw new UnsupportedOperationException();
    }
}
