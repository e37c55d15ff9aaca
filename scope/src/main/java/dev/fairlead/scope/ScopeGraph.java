package dev.fairlead.scope;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Scopes, labelled edges between them, and declarations at them. Immutable once built; built by {@link #builder}.
 *
 * @param <T> what is declared; compared by {@code equals}, so it should be a value
 */
public final class ScopeGraph<T> {
    private final List<String> ids;
    private final Map<String, Integer> indexes;
    private final Map<Label, Adjacency> edges;
    private final Declarations<T> declarations;
    private final Comparator<? super T> byId;

    private ScopeGraph(
            List<String> ids,
            Map<String, Integer> indexes,
            Map<Label, Adjacency> edges,
            Declarations<T> declarations,
            Comparator<? super T> byId) {
        this.ids = ids;
        this.indexes = indexes;
        this.edges = edges;
        this.declarations = declarations;
        this.byId = byId;
    }

    /**
     * A builder of a graph.
     *
     * @param byId the order of data whose paths are equally specific; consistent with equals
     */
    public static <T> Builder<T> builder(Comparator<? super T> byId) {
        return new Builder<>(byId);
    }

    /** The ids of all scopes, in the order they were first mentioned. */
    public List<String> scopes() {
        return ids;
    }

    /** Whether there is such a scope. */
    public boolean contains(String scope) {
        return indexes.containsKey(scope);
    }

    /**
     * The scope that encloses another, if any.
     *
     * @throws ScopeGraphException.UnknownScope if there is no such scope
     */
    public Optional<String> parent(String scope) {
        return targets(scope, Label.PARENT).stream().findFirst();
    }

    /**
     * The scopes that edges of a label lead to from a scope, in the order the edges were added, each once.
     *
     * @throws ScopeGraphException.UnknownScope if there is no such scope
     */
    public List<String> targets(String scope, Label label) {
        int source = index(scope);
        Adjacency rows = edges.get(label);
        var targets = new ArrayList<String>();
        if (rows != null) {
            for (int e = rows.begin(source); e < rows.end(source); e++) {
                targets.add(ids.get(rows.target(e)));
            }
        }
        return List.copyOf(targets);
    }

    /** Every name that is declared anywhere, in the order of first declaration. */
    public Set<String> names() {
        return Collections.unmodifiableSet(declarations.names().keySet());
    }

    /** All declarations of a name, reachable or not, in scope order. */
    public List<Declaration<T>> declarations(String name) {
        int number = declarations.name(name);
        var found = new ArrayList<Declaration<T>>();
        if (number >= 0) {
            Adjacency places = declarations.byName();
            for (int i = places.begin(number); i < places.end(number); i++) {
                int place = places.target(i);
                found.add(new Declaration<>(ids.get(declarations.scope(place)), name, declarations.datum(place)));
            }
        }
        return List.copyOf(found);
    }

    int index(String scope) {
        Integer index = indexes.get(scope);
        if (index == null) {
            throw new ScopeGraphException.UnknownScope(scope, "a query mentions " + scope);
        }
        return index;
    }

    int size() {
        return ids.size();
    }

    String id(int scope) {
        return ids.get(scope);
    }

    /** The edges of a label, or null if there are none. */
    @Nullable
    Adjacency edges(Label label) {
        return edges.get(label);
    }

    Declarations<T> declarations() {
        return declarations;
    }

    Comparator<? super T> byId() {
        return byId;
    }

    /** Collects a graph; edges and declarations may come before their scopes. Not thread-safe. */
    public static final class Builder<T> {
        private record Edges(IntList from, IntList to) {}

        private final Comparator<? super T> byId;
        private final List<String> ids = new ArrayList<>();
        private final Map<String, Integer> indexes = new HashMap<>();
        private final BitSet added = new BitSet();
        private final Map<Label, Edges> edges = new LinkedHashMap<>();
        private final Declarations.Builder<T> declarations = new Declarations.Builder<>();

        private Builder(Comparator<? super T> byId) {
            this.byId = byId;
        }

        /** Adds a scope; adding it again changes nothing. */
        public Builder<T> scope(String id) {
            added.set(mention(id));
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
            Edges rows = edges.computeIfAbsent(label, key -> new Edges(new IntList(), new IntList()));
            rows.from.add(mention(from));
            rows.to.add(mention(to));
            return this;
        }

        /** Declares a datum under a name at a scope; any number per name. */
        public Builder<T> declare(String scope, String name, T datum) {
            declarations.add(mention(scope), name, datum);
            return this;
        }

        private int mention(String id) {
            Integer known = indexes.get(id);
            if (known != null) {
                return known;
            }
            indexes.put(id, ids.size());
            ids.add(id);
            return ids.size() - 1;
        }

        /**
         * The graph. Time and memory are linear in scopes, edges and declarations.
         *
         * @throws ScopeGraphException if an edge or a declaration names an unknown scope, a scope has two parents, or parents form a cycle
         */
        public ScopeGraph<T> build() {
            refuseUnknownScopes();
            var rows = new HashMap<Label, Adjacency>();
            edges.forEach((label, pairs) -> rows.put(
                    label, Adjacency.of(ids.size(), pairs.from, pairs.to).distinct(label.equals(Label.PARENT))));
            Adjacency parents = rows.get(Label.PARENT);
            if (parents != null) {
                ParentFunction.check(ids, parents);
            }
            return new ScopeGraph<>(
                    List.copyOf(ids), Map.copyOf(indexes), Map.copyOf(rows), declarations.build(ids.size()), byId);
        }

        private void refuseUnknownScopes() {
            if (added.cardinality() == ids.size()) {
                return;
            }
            edges.forEach((label, pairs) -> {
                for (int e = 0; e < pairs.from.size(); e++) {
                    int from = pairs.from.get(e);
                    int to = pairs.to.get(e);
                    refuseUnknown(from, ids.get(from) + " has an edge " + label + " to " + ids.get(to));
                    refuseUnknown(to, ids.get(from) + " has an edge " + label + " to " + ids.get(to));
                }
            });
            for (int i = 0; i < declarations.scopes().size(); i++) {
                int scope = declarations.scopes().get(i);
                refuseUnknown(scope, "something is declared at " + ids.get(scope));
            }
        }

        private void refuseUnknown(int scope, String mention) {
            if (!added.get(scope)) {
                throw new ScopeGraphException.UnknownScope(ids.get(scope), mention);
            }
        }
    }
}
