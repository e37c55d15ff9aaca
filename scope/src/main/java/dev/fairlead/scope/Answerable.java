package dev.fairlead.scope;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntPredicate;

/**
 * The pairs from which a walk can still come to an answer: those that a start reaches and that reach, backwards, an accepting state at an answering scope.
 * Searches leave all others aside. Linear in the pairs reached and their edges.
 */
final class Answerable {
    private final Product product;
    private final Map<Long, Integer> numbers = new HashMap<>();
    private final BitSet answerable = new BitSet();
    private final BitSet goals = new BitSet();

    private Answerable(Product product) {
        this.product = product;
    }

    static Answerable from(Product product, int start, IntPredicate answers) {
        var result = new Answerable(product);
        result.search(start, answers);
        return result;
    }

    boolean contains(int scope, int state) {
        Integer number = numbers.get(product.pair(scope, state));
        return number != null && answerable.get(number);
    }

    /** How many answering scopes some walk comes to. */
    int goals() {
        return goals.cardinality();
    }

    private void search(int start, IntPredicate answers) {
        var scopes = new IntList();
        var states = new IntList();
        var from = new IntList();
        var to = new IntList();
        numbers.put(product.pair(start, 0), 0);
        scopes.add(start);
        states.add(0);
        for (int i = 0; i < scopes.size(); i++) {
            for (int label = 0; label < product.order.end(); label++) {
                Adjacency edges = product.edges(label);
                int state = product.automaton.next(states.get(i), label);
                if (edges == null || state == Automaton.DEAD) {
                    continue;
                }
                for (int e = edges.begin(scopes.get(i)); e < edges.end(scopes.get(i)); e++) {
                    Integer known = numbers.putIfAbsent(product.pair(edges.target(e), state), scopes.size());
                    from.add(known == null ? scopes.size() : known);
                    to.add(i);
                    if (known == null) {
                        scopes.add(edges.target(e));
                        states.add(state);
                    }
                }
            }
        }
        product.steps.add(from.size());
        markBackwards(scopes, states, Adjacency.of(scopes.size(), from, to), answers);
    }

    private void markBackwards(IntList scopes, IntList states, Adjacency into, IntPredicate answers) {
        var waiting = new IntList();
        for (int i = 0; i < scopes.size(); i++) {
            if (product.automaton.accepts(states.get(i)) && answers.test(scopes.get(i))) {
                answerable.set(i);
                goals.set(scopes.get(i));
                waiting.add(i);
            }
        }
        for (int i = 0; i < waiting.size(); i++) {
            for (int e = into.begin(waiting.get(i)); e < into.end(waiting.get(i)); e++) {
                if (!answerable.get(into.target(e))) {
                    answerable.set(into.target(e));
                    waiting.add(into.target(e));
                }
            }
        }
    }
}
