package dev.fairlead.scope;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Scopes, labelled edges between them, and declarations at them. Immutable once built; built by {@link #builder}.
 *
 * @param <T> what is declared; compared by {@code equals}, so it should be a value
 */
@SuppressWarnings("DoNotCallSuggester")
public final class ScopeGraph<T> {
    private ScopeGraph() {}

    /**
     * A builder of a graph.
     *
     * @param byId the order of data whose paths are equally specific; consistent with equals
     */
    public static <T> Builder<T> builder(Comparator<? super T> byId) {
        return new Builder<>();
    }

    /** The ids of all scopes, in the order they were added. */
    public List<String> scopes() {
        throw new UnsupportedOperationException();
    }

    /** Whether there is such a scope. */
    public boolean contains(String scope) {
        throw new UnsupportedOperationException();
    }

    /** The scope that encloses another, if any. */
    public Optional<String> parent(String scope) {
        throw new UnsupportedOperationException();
    }

    /** The scopes that an edge of a label leads to from a scope, in the order the edges were added, each once. */
    public List<String> targets(String scope, Label label) {
        throw new UnsupportedOperationException();
    }

    /** Every name that is declared anywhere, in the order of first declaration. */
    public Set<String> names() {
        throw new UnsupportedOperationException();
    }

    /** All declarations of a name, in scope order, reachable or not. */
    public List<Declaration<T>> declarations(String name) {
        throw new UnsupportedOperationException();
    }

    /** Collects a graph; edges and declarations may come before their scopes. Not thread-safe. */
    public static final class Builder<T> {
        private Builder() {}

        /** Adds a scope; adding it again changes nothing. */
        public Builder<T> scope(String id) {
            return this;
        }

        /** Adds the edge P from a scope to the one that encloses it; the same edge again changes nothing. */
        public Builder<T> parent(String child, String parent) {
            return edge(child, Label.PARENT, parent);
        }

        /** Adds an edge I behind those that {@code from} has. */
        public Builder<T> imports(String from, String to) {
            return edge(from, Label.IMPORT, to);
        }

        /** Adds an edge. An equal edge changes nothing; an edge from a scope to itself is on no path and is left out, except for P, which is refused. */
        public Builder<T> edge(String from, Label label, String to) {
            return this;
        }

        /** Declares a datum under a name at a scope; any number per name. */
        public Builder<T> declare(String scope, String name, T datum) {
            return this;
        }

        /**
         * The graph. Time and memory are linear in scopes, edges and declarations.
         *
         * @throws ScopeGraphException if an edge or a declaration names an unknown scope, a scope has two parents, or parents form a cycle
         */
        public ScopeGraph<T> build() {
            throw new UnsupportedOperationException();
        }
    }
}
