package dev.fairlead.scope;

import dev.fairlead.scope.Product.Discipline;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/**
 * Lists the scopes that a query reaches from one pair, most specific first, each with a most specific walk to it.
 *
 * <p>Idea: the words of all walks form a tree. At each node of it, the front, are the walks that have this word so far; its children are the labels that
 * continue them, and {@code $}, which ends those that are in an accepting state. A depth-first walk of the tree that takes symbols by rank meets words in
 * the order of specificity, so a scope is most specifically reached when it is first met. Equal ranks are taken in the order's own sequence, which
 * refines the partial order to a total one.
 *
 * <p>Under {@link Discipline#PAIRS_ONCE} no pair enters a second front; the cost is linear in the pairs reached and their edges. Under
 * {@link Discipline#PAIRS} a pair is left out of a front if it was in one that is explored already, as every continuation was then met with a more specific
 * word; it may recur in fronts inside each other, of which there are at most as many as scopes, so the cost is at most that of PAIRS_ONCE times the scopes.
 * Under {@link Discipline#PATHS} fronts hold paths instead of pairs, and the cost is exponential at worst: with {@code $} ranked last the search contains
 * the longest-path problem. It ends when every scope that a walk reaches is listed, and is given up after {@link #MOST_STEPS} steps.
 */
final class SpecificitySearch {
    static final long MOST_STEPS = 5_000_000;

    private static final class Front {
        final List<Arrival> walks;
        int nextSymbol;

        Front(List<Arrival> walks) {
            this.walks = walks;
        }
    }

    private final Product product;
    private final Discipline discipline;
    private final int start;
    /** Pairs that no further front may hold. */
    private final PairSet closed = new PairSet();

    private final BitSet listed = new BitSet();
    private final Segment.Builder segment = new Segment.Builder();
    private long steps;

    private SpecificitySearch(Product product, Discipline discipline, int start) {
        this.product = product;
        this.discipline = discipline;
        this.start = start;
    }

    /** The segment of a pair. Under PATHS it has no parent: the parent edge is taken like any other. */
    static Segment from(Product product, int scope, int state) {
        var search = new SpecificitySearch(product, product.discipline(scope), scope);
        int parentLabel = product.parentLabel;
        Adjacency parents = parentLabel < 0 ? null : product.edges(parentLabel);
        int parent = parents == null ? -1 : parents.first(scope);
        int parentState = parent < 0 ? Automaton.DEAD : product.automaton.next(state, parentLabel);
        boolean apart = parentState != Automaton.DEAD && search.discipline != Discipline.PATHS;
        search.run(Arrival.start(scope, state), apart);
        product.steps.add(search.steps);
        return apart
                ? search.segment.build(parent, parentState)
                : search.segment.build(Segment.NO_PARENT, Automaton.DEAD);
    }

    private void run(Arrival origin, boolean parentApart) {
        int goals = discipline == Discipline.PATHS
                ? Answerable.from(product, start, scope -> true).goals()
                : Integer.MAX_VALUE;
        Deque<Front> fronts = new ArrayDeque<>();
        closed.add(product.pair(origin));
        fronts.push(new Front(List.of(origin)));
        while (!fronts.isEmpty() && segment.size() < goals) {
            Front front = fronts.peek();
            if (front.nextSymbol == product.symbols.length) {
                fronts.pop();
                if (discipline == Discipline.PAIRS) {
                    front.walks.forEach(walk -> closed.add(product.pair(walk)));
                }
                continue;
            }
            int symbol = product.symbols[front.nextSymbol++];
            if (symbol == product.order.end()) {
                list(front.walks);
            } else if (parentApart && fronts.size() == 1 && symbol == product.parentLabel) {
                segment.parentGoesHere();
            } else {
                List<Arrival> next = advance(front.walks, symbol);
                if (!next.isEmpty()) {
                    fronts.push(new Front(next));
                }
            }
        }
    }

    private void list(List<Arrival> walks) {
        for (Arrival walk : walks) {
            if (product.automaton.accepts(walk.state()) && !listed.get(walk.scope())) {
                listed.set(walk.scope());
                segment.add(walk);
            }
        }
        segment.nextTier();
    }

    private List<Arrival> advance(List<Arrival> walks, int label) {
        Adjacency edges = product.edges(label);
        if (edges == null) {
            return List.of();
        }
        var next = new ArrayList<Arrival>();
        var inFront = new PairSet();
        for (Arrival walk : walks) {
            int state = product.automaton.next(walk.state(), label);
            if (state == Automaton.DEAD) {
                continue;
            }
            for (int e = edges.begin(walk.scope()); e < edges.end(walk.scope()); e++) {
                step();
                int scope = edges.target(e);
                if (mayEnter(walk, scope, state, inFront)) {
                    next.add(new Arrival(scope, state, label, walk));
                }
            }
        }
        return next;
    }

    private boolean mayEnter(Arrival walk, int scope, int state, PairSet inFront) {
        return switch (discipline) {
            case PAIRS_ONCE -> closed.add(product.pair(scope, state));
            case PAIRS -> !closed.contains(product.pair(scope, state)) && inFront.add(product.pair(scope, state));
            case PATHS -> !walk.entered(scope);
        };
    }

    private void step() {
        steps++;
        if (discipline == Discipline.PATHS && steps > MOST_STEPS) {
            throw new SearchLimitException(product.graph.id(start), product.query, MOST_STEPS);
        }
    }
}
