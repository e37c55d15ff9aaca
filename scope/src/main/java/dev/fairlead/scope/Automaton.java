package dev.fairlead.scope;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The deterministic automaton of a path expression. Its states are the derivatives, found breadth-first from the expression itself, which is state 0. A
 * step that no well-formed path takes leads to {@link #DEAD}; from every other state some accepting one is reached.
 */
final class Automaton {
    static final int DEAD = -1;
    private static final int MOST_STATES = 1_000;

    private final int labels;
    private final int[] next;
    private final BitSet accepting;
    private final int size;

    private Automaton(int labels, int[] next, BitSet accepting, int size) {
        this.labels = labels;
        this.next = next;
        this.accepting = accepting;
        this.size = size;
    }

    static Automaton of(String text, LabelOrder alphabet) {
        int labels = alphabet.labels().size();
        PathExpression whole = PathExpressionParser.parse(text, alphabet);
        Map<PathExpression, Integer> numbers = new HashMap<>(Map.of(whole, 0));
        List<PathExpression> states = new ArrayList<>(List.of(whole));
        var next = new IntList();
        var accepting = new BitSet();
        for (int state = 0; state < states.size(); state++) {
            if (states.size() > MOST_STATES) {
                throw new QuerySyntaxException("an automaton of more than " + MOST_STATES + " states", text, 0);
            }
            PathExpression expression = states.get(state);
            accepting.set(state, expression.acceptsEmpty());
            for (int label = 0; label < labels; label++) {
                PathExpression after = expression.after(label);
                if (after.equals(new PathExpression.Nothing())) {
                    next.add(DEAD);
                    continue;
                }
                Integer known = numbers.putIfAbsent(after, states.size());
                next.add(known == null ? states.size() : known);
                if (known == null) {
                    states.add(after);
                }
            }
        }
        return new Automaton(labels, next.toArray(), accepting, states.size());
    }

    int size() {
        return size;
    }

    int labels() {
        return labels;
    }

    /** The state after a label, or {@link #DEAD}. */
    int next(int state, int label) {
        return next[state * labels + label];
    }

    boolean accepts(int state) {
        return accepting.get(state);
    }

    /** Whether some well-formed path has a step of this label. */
    boolean uses(int label) {
        for (int state = 0; state < size; state++) {
            if (next(state, label) != DEAD) {
                return true;
            }
        }
        return false;
    }
}
