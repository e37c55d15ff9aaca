package dev.fairlead.scope.digraph;

import java.util.Collection;
import java.util.List;
import java.util.SortedSet;

/** What can be reached. */
@SuppressWarnings("DoNotCallSuggester")
public final class Reachability {
    private Reachability() {}

    /** Every node that some start depends on, directly or not, and the starts themselves. */
    public static SortedSet<String> from(Digraph graph, Collection<String> starts) {
        throw new UnsupportedOperationException();
    }

    /** A shortest chain of dependencies from one node to another, both included; empty if there is none. */
    public static List<String> chain(Digraph graph, String from, String to) {
        throw new UnsupportedOperationException();
    }
}
