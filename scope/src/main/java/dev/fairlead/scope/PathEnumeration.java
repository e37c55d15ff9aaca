package dev.fairlead.scope;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Enumerates the well-formed paths between two scopes depth-first, more specific labels first, leaving aside the pairs from which the goal cannot be
 * reached. There can be exponentially many, so it stops after a limit of paths, and after a million steps.
 */
final class PathEnumeration {
    private static final int MOST_STEPS = 1_000_000;

    private static final class Position {
        final Arrival walk;
        int symbol;
        int edge;

        Position(Arrival walk) {
            this.walk = walk;
        }
    }

    private final Product product;
    private final int start;
    private final int goal;
    private final Answerable answerable;
    private int steps;

    private PathEnumeration(Product product, int start, int goal) {
        this.product = product;
        this.start = start;
        this.goal = goal;
        this.answerable = Answerable.from(product, start, scope -> scope == goal);
    }

    /** The paths; {@code best}, if there is one, is always among them. */
    static Paths of(Product product, int start, int goal, Optional<Path> best, int limit) {
        if (best.isEmpty()) {
            return new Paths(List.of(), true);
        }
        var enumeration = new PathEnumeration(product, start, goal);
        List<Path> paths = enumeration.first(limit + 1L);
        boolean complete = paths.size() <= limit && enumeration.steps <= MOST_STEPS;
        if (!paths.contains(best.get())) {
            paths.addFirst(best.get());
        }
        paths.sort(enumeration.bySpecificity());
        paths.remove(best.get());
        paths.addFirst(best.get());
        return new Paths(paths.subList(0, Math.min(limit, paths.size())), complete);
    }

    private List<Path> first(long limit) {
        var paths = new ArrayList<Path>();
        Deque<Position> positions = new ArrayDeque<>();
        positions.push(new Position(Arrival.start(start, 0)));
        while (!positions.isEmpty() && paths.size() < limit && steps <= MOST_STEPS) {
            Position at = positions.peek();
            Arrival next = next(at);
            if (next == null) {
                positions.pop();
                if (at.walk.scope() == goal && product.automaton.accepts(at.walk.state())) {
                    paths.add(new Path(product.graph.id(start), at.walk.steps(product.graph, product.order)));
                }
            } else {
                positions.push(new Position(next));
            }
        }
        return paths;
    }

    private @Nullable Arrival next(Position at) {
        while (at.symbol < product.symbols.length) {
            int label = product.symbols[at.symbol];
            Adjacency edges = label == product.order.end() ? null : product.edges(label);
            int state = edges == null ? Automaton.DEAD : product.automaton.next(at.walk.state(), label);
            while (edges != null
                    && state != Automaton.DEAD
                    && at.edge < edges.end(at.walk.scope()) - edges.begin(at.walk.scope())) {
                steps++;
                int scope = edges.target(edges.begin(at.walk.scope()) + at.edge++);
                if (answerable.contains(scope, state) && !at.walk.entered(scope)) {
                    return new Arrival(scope, state, label, at.walk);
                }
            }
            at.symbol++;
            at.edge = 0;
        }
        return null;
    }

    /** By words; paths with one word stay as they were found, in the order of the edges. */
    private Comparator<Path> bySpecificity() {
        return (left, right) -> {
            List<Label> a = left.word();
            List<Label> b = right.word();
            for (int i = 0; i <= Math.min(a.size(), b.size()); i++) {
                int byPlace = Integer.compare(place(a, i), place(b, i));
                if (byPlace != 0 || i == a.size() || i == b.size()) {
                    return byPlace;
                }
            }
            return 0;
        };
    }

    /** The place of a word's i-th symbol in the order. */
    private int place(List<Label> word, int i) {
        int symbol = i == word.size() ? product.order.end() : product.order.index(word.get(i));
        for (int place = 0; place < product.symbols.length; place++) {
            if (product.symbols[place] == symbol) {
                return place;
            }
        }
        return product.symbols.length;
    }
}
