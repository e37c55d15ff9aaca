package dev.fairlead.scope;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Asks one query of one graph. Safe for use by several threads. */
@SuppressWarnings("DoNotCallSuggester")
public final class Resolver<T> {
    /** A resolver of a query on a graph. */
    public Resolver(ScopeGraph<T> graph, Query query) {}

    /**
     * What {@code name} means from {@code scope}.
     *
     * @throws ScopeGraphException.UnknownScope if there is no such scope
     * @throws SearchLimitException see there
     */
    public Answer<T> resolve(String scope, String name) {
        return resolve(scope, name, datum -> true);
    }

    /**
     * What {@code name} means from {@code scope} when only the data that {@code admits} accepts count: the others are neither found nor shadow anything.
     *
     * @throws ScopeGraphException.UnknownScope if there is no such scope
     * @throws SearchLimitException see there
     */
    public Answer<T> resolve(String scope, String name, Predicate<? super T> admits) {
        throw new UnsupportedOperationException();
    }

    /**
     * The scopes that a query from {@code scope} searches, most specific first, each once; among those with the same word, in the order the edges were
     * added.
     */
    public List<String> searched(String scope) {
        throw new UnsupportedOperationException();
    }

    /** A most specific path from one scope to another; empty if no well-formed path leads there. */
    public Optional<Path> path(String from, String to) {
        throw new UnsupportedOperationException();
    }

    /**
     * The well-formed paths from one scope to another, for explanations.
     *
     * @param limit the most paths to return, at least 1; there can be exponentially many
     */
    public Paths paths(String from, String to, int limit) {
        throw new UnsupportedOperationException();
    }
}
