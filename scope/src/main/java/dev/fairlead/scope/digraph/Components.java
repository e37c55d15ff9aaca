package dev.fairlead.scope.digraph;

import java.util.List;

/** The strongly connected components of a graph. */
@SuppressWarnings("DoNotCallSuggester")
public final class Components {
    private Components() {}

    /** The components of a graph. */
    public static Components of(Digraph graph) {
        throw new UnsupportedOperationException();
    }

    /** The components, each sorted by id; a component comes after those it depends on. */
    public List<List<String>> components() {
        throw new UnsupportedOperationException();
    }

    /** The components that contain a cycle (several nodes, or one with an edge to itself), by their smallest ids. */
    public List<List<String>> cyclic() {
        throw new UnsupportedOperationException();
    }
}
