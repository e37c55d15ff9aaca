package dev.fairlead.scope;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The product of a graph and a query's automaton: what every search steps through. Its nodes are pairs of a scope and a state, numbered
 * {@code scope * states + state}.
 */
final class Product {
    /** How a search keeps walks from re-entering scopes. */
    enum Discipline {
        /** Detours never pay (see {@link Detours}): pairs are enough, each entered once. */
        PAIRS_ONCE,
        /** No cycle can be reached from the start: every walk is a path, and pairs are enough. */
        PAIRS,
        /** Walks remember where they have been. Exact for every query, exponential at worst. */
        PATHS
    }

    final ScopeGraph<?> graph;
    final Query query;
    final Automaton automaton;
    final LabelOrder order;
    /** Labels and {@code $} from the lowest rank to the highest; among equals {@code $} first, then as the order lists them. */
    final int[] symbols;

    final int parentLabel;
    /** Edges looked at so far, over all searches: what the tests of complexity count. */
    final LongAdder steps = new LongAdder();

    private final List<@Nullable Adjacency> edges = new ArrayList<>();
    private final boolean detoursNeverPay;
    private final BitSet behindCycles;

    Product(ScopeGraph<?> graph, Query query) {
        this.graph = graph;
        this.query = query;
        this.automaton = query.automaton();
        this.order = query.order();
        this.parentLabel = order.index(Label.PARENT);
        this.symbols = IntStream.rangeClosed(0, order.end())
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(order::rank).thenComparing(symbol -> symbol != order.end()))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int label = 0; label < order.end(); label++) {
            edges.add(automaton.uses(label) ? graph.edges(order.labels().get(label)) : null);
        }
        this.detoursNeverPay = Detours.neverPay(automaton, order);
        this.behindCycles = detoursNeverPay ? new BitSet() : CycleReach.of(graph.size(), edges);
    }

    Discipline discipline(int scope) {
        if (detoursNeverPay) {
            return Discipline.PAIRS_ONCE;
        }
        return behindCycles.get(scope) ? Discipline.PATHS : Discipline.PAIRS;
    }

    /** Whether no two symbols have the same rank, so that any two different words are comparable. */
    boolean ordersTotally() {
        for (int i = 1; i < symbols.length; i++) {
            if (order.rank(symbols[i - 1]) == order.rank(symbols[i])) {
                return false;
            }
        }
        return true;
    }

    /** The edges of a label that some well-formed path uses, or null. */
    @Nullable
    Adjacency edges(int label) {
        return edges.get(label);
    }

    long pair(int scope, int state) {
        return (long) scope * automaton.size() + state;
    }

    long pair(Arrival arrival) {
        return pair(arrival.scope(), arrival.state());
    }
}
