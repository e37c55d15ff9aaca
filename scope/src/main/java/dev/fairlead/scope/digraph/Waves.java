package dev.fairlead.scope.digraph;

import java.util.List;

/**
 * A plan of a graph's nodes.
 *
 * @param waves wave n holds the nodes whose dependencies all lie in waves before n, sorted by id
 * @param blocked the nodes that have no wave because they are on a cycle or depend on one, sorted by id
 */
@SuppressWarnings("DoNotCallSuggester")
public record Waves(List<List<String>> waves, List<String> blocked) {
    /** The waves of a graph. */
    public static Waves of(Digraph graph) {
        throw new UnsupportedOperationException();
    }
}
