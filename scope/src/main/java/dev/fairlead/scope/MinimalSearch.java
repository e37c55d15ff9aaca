package dev.fairlead.scope;

import dev.fairlead.scope.Product.Discipline;
import java.nio.LongBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * Finds the minimal walks to answering scopes by definition: in the tree of words (see {@link SpecificitySearch}), those that at every front take a symbol of
 * the lowest rank that comes to an answer. For one total order this is the first tier with an answer; this search is for the rest: orders with ties, where
 * several words are minimal and the one listed first need not be, and queries under {@link Discipline#PATHS}.
 *
 * <p>Pairs from which no walk answers are left out beforehand, so where pairs are exact, the first symbol tried answers and nothing is tried in vain; fronts
 * with equal pairs have equal futures and are explored once. A word has at most as many labels as there are scopes. The cost is linear in fronts times
 * their edges; without ties there are at most as many fronts as scopes, with ties there can be exponentially many different ones. Under PATHS a
 * path may turn out a dead end; then the next rank is tried.
 */
final class MinimalSearch {
    private static final class Front {
        final List<Arrival> walks;
        int nextSymbol;
        boolean answered;

        Front(List<Arrival> walks) {
            this.walks = walks;
        }
    }

    private final Product product;
    private final Discipline discipline;
    private final int start;
    private final IntPredicate answers;
    private final Answerable answerable;
    private final Set<LongBuffer> explored = new HashSet<>();
    private final List<List<Arrival>> found = new ArrayList<>();
    private long steps;

    private MinimalSearch(Product product, int start, IntPredicate answers) {
        this.product = product;
        this.discipline = product.discipline(start);
        this.start = start;
        this.answers = answers;
        this.answerable = Answerable.from(product, start, answers);
    }

    /** The minimal walks from a scope to answering scopes, grouped by their words, the words in the order's own sequence. */
    static List<List<Arrival>> from(Product product, int start, IntPredicate answers) {
        var search = new MinimalSearch(product, start, answers);
        if (search.answerable.contains(start, 0)) {
            search.run();
        }
        product.steps.add(search.steps);
        return search.found;
    }

    private void run() {
        Deque<Front> fronts = new ArrayDeque<>();
        fronts.push(new Front(List.of(Arrival.start(start, 0))));
        while (!fronts.isEmpty()) {
            Front front = fronts.peek();
            if (isDone(front)) {
                fronts.pop();
                Front outer = fronts.peek();
                if (outer != null) {
                    outer.answered |= front.answered;
                }
                continue;
            }
            int symbol = product.symbols[front.nextSymbol++];
            if (symbol == product.order.end()) {
                List<Arrival> ended =
                        front.walks.stream().filter(this::answersAt).toList();
                if (!ended.isEmpty()) {
                    front.answered = true;
                    found.add(ended);
                }
                continue;
            }
            List<Arrival> next = advance(front.walks, symbol);
            if (!next.isEmpty()) {
                if (discipline == Discipline.PATHS || explored.add(key(next))) {
                    fronts.push(new Front(next));
                } else {
                    front.answered = true;
                }
            }
        }
    }

    /** Whether all symbols are tried, or one answered and the next ranks behind it. */
    private boolean isDone(Front front) {
        if (front.nextSymbol == product.symbols.length) {
            return true;
        }
        return front.answered
                && product.order.rank(product.symbols[front.nextSymbol])
                        > product.order.rank(product.symbols[front.nextSymbol - 1]);
    }

    private boolean answersAt(Arrival walk) {
        return product.automaton.accepts(walk.state()) && answers.test(walk.scope());
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
                boolean distinct =
                        discipline == Discipline.PATHS ? !walk.entered(scope) : inFront.add(product.pair(scope, state));
                if (distinct && answerable.contains(scope, state)) {
                    next.add(new Arrival(scope, state, label, walk));
                }
            }
        }
        return next;
    }

    private LongBuffer key(List<Arrival> walks) {
        return LongBuffer.wrap(walks.stream().mapToLong(product::pair).sorted().toArray());
    }

    private void step() {
        steps++;
        if (discipline == Discipline.PATHS && steps > SpecificitySearch.MOST_STEPS) {
            throw new SearchLimitException(product.graph.id(start), product.query, SpecificitySearch.MOST_STEPS);
        }
    }
}
