package dev.fairlead.scope;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The scopes that a query reaches from a pair without leaving over the parent edge first, most specific first, each once; and the pair that the parent edge
 * leads to. All that a scope reaches is its own segment, with the parent's put in where P ranks. Segments are shared: the services of a host differ in
 * their own short segments only.
 */
final class Segment {
    static final int NO_PARENT = -1;
    private static final int SHORT = 8;

    private final List<Arrival> arrivals;
    /** For each arrival the number of its tier; arrivals of one tier have the same word. */
    private final int[] tiers;
    /** How many arrivals are more specific than the parent's. */
    private final int split;

    private final int parentScope;
    private final int parentState;
    /** For long segments {@code scope << 32 | place}, sorted. */
    private final long[] placesByScope;
    /** The places of this segment that declare a name; kept for long segments. */
    private final @Nullable ConcurrentHashMap<Integer, int[]> placesByName;

    Segment(List<Arrival> arrivals, int[] tiers, int split, int parentScope, int parentState) {
        this.arrivals = List.copyOf(arrivals);
        this.tiers = tiers;
        this.split = split;
        this.parentScope = parentScope;
        this.parentState = parentState;
        boolean isShort = arrivals.size() <= SHORT;
        this.placesByName = isShort ? null : new ConcurrentHashMap<>();
        this.placesByScope = new long[isShort ? 0 : arrivals.size()];
        Arrays.setAll(placesByScope, place -> (long) arrivals.get(place).scope() << 32 | place);
        Arrays.sort(placesByScope);
    }

    int size() {
        return arrivals.size();
    }

    Arrival arrival(int place) {
        return arrivals.get(place);
    }

    int tier(int place) {
        return tiers[place];
    }

    int split() {
        return split;
    }

    boolean hasParent() {
        return parentScope != NO_PARENT;
    }

    int parentScope() {
        return parentScope;
    }

    int parentState() {
        return parentState;
    }

    /** The places whose scopes declare a name, in order. */
    int[] places(Declarations<?> declarations, int name) {
        if (placesByName == null) {
            return lookUpEveryScope(declarations, name);
        }
        return placesByName.computeIfAbsent(
                name,
                key -> declarations.byName().size(name) < size()
                        ? lookUpEveryDeclaration(declarations, name)
                        : lookUpEveryScope(declarations, name));
    }

    private int[] lookUpEveryScope(Declarations<?> declarations, int name) {
        var places = new IntList();
        for (int place = 0; place < size(); place++) {
            if (declarations.first(arrival(place).scope(), name) >= 0) {
                places.add(place);
            }
        }
        return places.toArray();
    }

    private int[] lookUpEveryDeclaration(Declarations<?> declarations, int name) {
        var places = new IntList();
        Adjacency rows = declarations.byName();
        int last = -1;
        for (int row = rows.begin(name); row < rows.end(name); row++) {
            int scope = declarations.scope(rows.target(row));
            int place = scope == last ? -1 : place(scope);
            if (place >= 0) {
                places.add(place);
            }
            last = scope;
        }
        int[] sorted = places.toArray();
        Arrays.sort(sorted);
        return sorted;
    }

    /** The place of a scope, or -1. */
    private int place(int scope) {
        int found = Arrays.binarySearch(placesByScope, (long) scope << 32);
        int next = found < 0 ? -found - 1 : found;
        return next < placesByScope.length && placesByScope[next] >>> 32 == scope ? (int) placesByScope[next] : -1;
    }

    /** Collects a segment in order of specificity. */
    static final class Builder {
        private final List<Arrival> arrivals = new ArrayList<>();
        private final IntList tiers = new IntList();
        private int split = -1;
        private int tier;

        void add(Arrival arrival) {
            arrivals.add(arrival);
            tiers.add(tier);
        }

        void nextTier() {
            tier++;
        }

        void parentGoesHere() {
            split = arrivals.size();
            nextTier();
        }

        int size() {
            return arrivals.size();
        }

        Segment build(int parentScope, int parentState) {
            return new Segment(
                    arrivals,
                    Arrays.copyOf(tiers.toArray(), arrivals.size()),
                    split < 0 ? arrivals.size() : split,
                    parentScope,
                    parentState);
        }
    }
}
