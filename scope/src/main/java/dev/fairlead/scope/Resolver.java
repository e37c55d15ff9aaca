package dev.fairlead.scope;

import dev.fairlead.scope.Product.Discipline;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * Asks one query of one graph. Safe for use by several threads; keeps what it learns, so one resolver per graph and query should be shared.
 *
 * <p>Paths enter no scope twice. Of the paths to declarations of a name, the minimal ones in the query's order are visible, and all others are shadowed
 * (Neron et al. 2015, section 2).
 *
 * <p>Cost. What a query searches from a scope is listed once per ⟨scope, automaton state⟩, the part behind a parent edge being shared, and each name
 * only looks the scopes of this list up: a further service on a known host costs its own imports. Listing is linear in the pairs reached and their edges when
 * winding through a cycle never pays, as for {@link Query#TRANSITIVE_IMPORTS}; polynomial when no cycle of edges can be reached from the scope; else, for orders in
 * which a longer path can win, exponential at worst, as for {@code $} ranked last the question contains the longest-path problem. It is then given up with
 * a {@link SearchLimitException}. Orders with equal ranks are exact too, at a higher cost, see {@link MinimalSearch}.
 */
public final class Resolver<T> {
    private final ScopeGraph<T> graph;
    private final Declarations<T> declarations;
    private final Product product;
    private final boolean totalOrder;
    private final boolean anythingAfterParent;
    private final ConcurrentHashMap<Long, Segment> segments = new ConcurrentHashMap<>();

    /** A resolver of a query on a graph. */
    public Resolver(ScopeGraph<T> graph, Query query) {
        this.graph = graph;
        this.declarations = graph.declarations();
        this.product = new Product(graph, query);
        this.totalOrder = product.ordersTotally();
        this.anythingAfterParent = product.symbols[product.symbols.length - 1] != product.parentLabel;
    }

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
     * @param admits a pure function; it is asked again when the answer's shadowed rest is
     * @throws ScopeGraphException.UnknownScope if there is no such scope
     * @throws SearchLimitException see there
     */
    public Answer<T> resolve(String scope, String name, Predicate<? super T> admits) {
        int start = graph.index(scope);
        int number = declarations.name(name);
        if (number < 0) {
            return new Answer<>(List.of(), List::of);
        }
        boolean firstTierIsMinimal = totalOrder && product.discipline(start) != Discipline.PATHS;
        List<Found<T>> visible = firstTierIsMinimal
                ? listed(start, number, admits, new HashSet<>(), true)
                : minimal(start, number, admits);
        return new Answer<>(visible, () -> {
            var seen = new HashSet<T>();
            visible.forEach(found -> seen.add(found.datum()));
            return listed(start, number, admits, seen, false);
        });
    }

    /** The unseen declarations in the order of specificity, all of them or those of the first tier that has any. */
    private List<Found<T>> listed(
            int start, int name, Predicate<? super T> admits, Set<T> seen, boolean firstTierOnly) {
        var all = new ArrayList<Found<T>>();
        Itinerary itinerary = itinerary(start);
        while (itinerary.advance()) {
            Segment segment = itinerary.segment();
            int[] places = segment.places(declarations, name);
            int next = firstAtLeast(places, itinerary.begin());
            while (next < places.length && places[next] < itinerary.end()) {
                int tier = segment.tier(places[next]);
                var found = new ArrayList<Found<T>>();
                for (; next < places.length && segment.tier(places[next]) == tier; next++) {
                    collect(start, itinerary.height(), segment.arrival(places[next]), name, admits, seen, found);
                }
                found.sort(Comparator.comparing(Found::datum, graph.byId()));
                all.addAll(found);
                if (firstTierOnly && !all.isEmpty()) {
                    return all;
                }
            }
        }
        return all;
    }

    private List<Found<T>> minimal(int start, int name, Predicate<? super T> admits) {
        var all = new ArrayList<Found<T>>();
        var seen = new HashSet<T>();
        for (List<Arrival> tier : MinimalSearch.from(product, start, scope -> declares(scope, name, admits))) {
            var found = new ArrayList<Found<T>>();
            tier.forEach(walk -> collect(start, 0, walk, name, admits, seen, found));
            found.sort(Comparator.comparing(Found::datum, graph.byId()));
            all.addAll(found);
        }
        return all;
    }

    private boolean declares(int scope, int name, Predicate<? super T> admits) {
        int place = declarations.first(scope, name);
        while (place >= 0) {
            if (admits.test(declarations.datum(place))) {
                return true;
            }
            place = declarations.continues(place + 1) ? place + 1 : -1;
        }
        return false;
    }

    private void collect(
            int start,
            int height,
            Arrival walk,
            int name,
            Predicate<? super T> admits,
            Set<T> seen,
            List<Found<T>> found) {
        int place = declarations.first(walk.scope(), name);
        while (place >= 0) {
            T datum = declarations.datum(place);
            if (admits.test(datum) && seen.add(datum)) {
                found.add(new Found<>(datum, graph.id(walk.scope()), path(start, height, walk)));
            }
            place = declarations.continues(place + 1) ? place + 1 : -1;
        }
    }

    /** The first index whose place is {@code begin} or later. */
    private static int firstAtLeast(int[] places, int begin) {
        int index = Arrays.binarySearch(places, begin);
        return index < 0 ? -index - 1 : index;
    }

    /**
     * The scopes that a query from {@code scope} searches, most specific first, each once; among those with the same word, in the order the edges were
     * added.
     *
     * @throws ScopeGraphException.UnknownScope if there is no such scope
     * @throws SearchLimitException see there
     */
    public List<String> searched(String scope) {
        var searched = new ArrayList<String>();
        var seen = new BitSet();
        Itinerary itinerary = itinerary(graph.index(scope));
        while (itinerary.advance()) {
            for (int place = itinerary.begin(); place < itinerary.end(); place++) {
                int found = itinerary.segment().arrival(place).scope();
                if (!seen.get(found)) {
                    seen.set(found);
                    searched.add(graph.id(found));
                }
            }
        }
        return searched;
    }

    /**
     * A most specific path from one scope to another; empty if no well-formed path leads there.
     *
     * @throws ScopeGraphException.UnknownScope if there is no such scope
     * @throws SearchLimitException see there
     */
    public Optional<Path> path(String from, String to) {
        int start = graph.index(from);
        int goal = graph.index(to);
        Itinerary itinerary = itinerary(start);
        while (itinerary.advance()) {
            for (int place = itinerary.begin(); place < itinerary.end(); place++) {
                Arrival walk = itinerary.segment().arrival(place);
                if (walk.scope() == goal) {
                    return Optional.of(path(start, itinerary.height(), walk));
                }
            }
        }
        return Optional.empty();
    }

    /**
     * The well-formed paths from one scope to another, for explanations.
     *
     * @param limit the most paths to return, at least 1; there can be exponentially many. The search also ends, incomplete, after a million edges
     * @throws ScopeGraphException.UnknownScope if there is no such scope
     * @throws SearchLimitException see there
     */
    public Paths paths(String from, String to, int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("a limit of paths is at least 1, not " + limit);
        }
        return PathEnumeration.of(product, graph.index(from), graph.index(to), path(from, to), limit);
    }

    private Itinerary itinerary(int start) {
        return new Itinerary(
                segment(start, 0),
                segment -> segment(segment.parentScope(), segment.parentState()),
                anythingAfterParent);
    }

    private Segment segment(int scope, int state) {
        long pair = product.pair(scope, state);
        Segment known = segments.get(pair);
        if (known == null) {
            known = SpecificitySearch.from(product, scope, state);
            segments.put(pair, known);
        }
        return known;
    }

    private Path path(int start, int height, Arrival walk) {
        var steps = new ArrayList<Path.Step>();
        Adjacency parents = product.parentLabel < 0 ? null : product.edges(product.parentLabel);
        int scope = start;
        for (int i = 0; parents != null && i < height; i++) {
            scope = parents.first(scope);
            steps.add(new Path.Step(Label.PARENT, graph.id(scope)));
        }
        steps.addAll(walk.steps(graph, product.order));
        return new Path(graph.id(start), steps);
    }

    /** Edges looked at since this resolver was made. */
    long steps() {
        return product.steps.sum();
    }
}
