package dev.fairlead.scope.digraph;

/** The transitive reduction of an acyclic graph. */
@SuppressWarnings("DoNotCallSuggester")
public final class TransitiveReduction {
    private TransitiveReduction() {}

    /** The graph without the edges that a longer way implies. */
    public static Digraph of(Digraph graph) {
        throw new UnsupportedOperationException();
    }
}
