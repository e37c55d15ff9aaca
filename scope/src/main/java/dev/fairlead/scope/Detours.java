package dev.fairlead.scope;

import java.util.BitSet;

/**
 * Decides whether a path that re-enters a scope can be ignored without looking: whether cutting the detour out always leaves a well-formed path that is
 * strictly more specific. If so, minimal walks enter no scope twice, and searching sets of ⟨scope, state⟩ pairs, which cannot remember where a walk has
 * been, gives exactly the minimal paths.
 *
 * <p>A walk with the word {@code u v w} that is at the same scope before and after {@code v} becomes the walk {@code u w}. P has no cycles, so {@code v}
 * has a step other than P. Two conditions on the automaton and the order suffice:
 *
 * <ol>
 *   <li><b>The cut is well formed.</b> Whatever may follow {@code u v} may follow {@code u}: for states s and t with a word from s to t that is not all P, the
 *       words of t are among those of s. (Mendelzon and Wood, <i>Finding Regular Simple Paths in Graph Databases</i>, SIAM J. Comput. 1995, call this suffix
 *       containment; without it, finding a simple path is NP-hard.)
 *   <li><b>The cut is more specific.</b> {@code $} ranks strictly before every label; and on every run of the automaton, a label that comes later and is
 *       different ranks strictly before the earlier one.
 * </ol>
 *
 * Proof that 2 makes {@code w$} precede {@code v w$}: take the most copies of {@code v} off the front of {@code w}, so {@code w = v…v w'}; both words begin
 * with these copies, and then {@code w'$} meets {@code v w'$}. If {@code w'} is a proper prefix of {@code v}, {@code $} meets a label and wins. Otherwise
 * they differ first where {@code w'} has some label b and {@code v} some label a; in the run of {@code v w}, that b comes after that a, so b wins.
 *
 * <p>The same argument, with {@code v} any word from a state to itself, shows that of two arrivals at one pair the one with the more specific word is the
 * better one for every continuation; so a pair need be entered once only.
 *
 * <p>{@code P* I*} and {@code P* I?} with {@code $ < I < P} satisfy both. {@code $} ranked last does not, and cannot: the minimal path is then a longest one.
 * With {@code $ < P < I}, {@code P* I*} does not either: from s with s P p, p I s and s I x, the walk {@code PII} to x re-enters s and would beat
 * {@code I}. Cost: cubic in states, once per query.
 */
final class Detours {
    private Detours() {}

    static boolean neverPay(Automaton automaton, LabelOrder order) {
        return laterLabelsWin(automaton, order) && cutsAreWellFormed(automaton, order.index(Label.PARENT));
    }

    private static boolean laterLabelsWin(Automaton automaton, LabelOrder order) {
        for (int state = 0; state < automaton.size(); state++) {
            for (int earlier = 0; earlier < automaton.labels(); earlier++) {
                int after = automaton.next(state, earlier);
                if (after == Automaton.DEAD) {
                    continue;
                }
                if (order.rank(order.end()) >= order.rank(earlier)) {
                    return false;
                }
                BitSet reached = reachable(automaton, after);
                for (int later = 0; later < automaton.labels(); later++) {
                    if (later != earlier
                            && order.rank(later) >= order.rank(earlier)
                            && usesFrom(automaton, reached, later)) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    private static boolean usesFrom(Automaton automaton, BitSet states, int label) {
        return states.stream().anyMatch(state -> automaton.next(state, label) != Automaton.DEAD);
    }

    private static boolean cutsAreWellFormed(Automaton automaton, int parent) {
        boolean[][] contains = contains(automaton);
        for (int before = 0; before < automaton.size(); before++) {
            BitSet reached = reachable(automaton, before);
            var detours = new BitSet();
            for (int state = reached.nextSetBit(0); state >= 0; state = reached.nextSetBit(state + 1)) {
                for (int label = 0; label < automaton.labels(); label++) {
                    if (label != parent && automaton.next(state, label) != Automaton.DEAD) {
                        detours.or(reachable(automaton, automaton.next(state, label)));
                    }
                }
            }
            boolean[] containedIn = contains[before];
            if (detours.stream().anyMatch(after -> !containedIn[after])) {
                return false;
            }
        }
        return true;
    }

    /** {@code [s][t]}: whether every word of t is one of s; the greatest relation that acceptance and steps do not refute. */
    private static boolean[][] contains(Automaton automaton) {
        int size = automaton.size();
        boolean[][] contains = new boolean[size][size];
        for (int s = 0; s < size; s++) {
            for (int t = 0; t < size; t++) {
                contains[s][t] = automaton.accepts(s) || !automaton.accepts(t);
            }
        }
        for (boolean changed = true; changed; ) {
            changed = false;
            for (int s = 0; s < size; s++) {
                for (int t = 0; t < size; t++) {
                    if (contains[s][t] && stepRefutes(automaton, contains, s, t)) {
                        contains[s][t] = false;
                        changed = true;
                    }
                }
            }
        }
        return contains;
    }

    private static boolean stepRefutes(Automaton automaton, boolean[][] contains, int s, int t) {
        for (int label = 0; label < automaton.labels(); label++) {
            int small = automaton.next(t, label);
            int large = automaton.next(s, label);
            if (small != Automaton.DEAD && (large == Automaton.DEAD || !contains[large][small])) {
                return true;
            }
        }
        return false;
    }

    private static BitSet reachable(Automaton automaton, int start) {
        var reached = new BitSet();
        var waiting = new IntList();
        reached.set(start);
        waiting.add(start);
        for (int i = 0; i < waiting.size(); i++) {
            for (int label = 0; label < automaton.labels(); label++) {
                int next = automaton.next(waiting.get(i), label);
                if (next != Automaton.DEAD && !reached.get(next)) {
                    reached.set(next);
                    waiting.add(next);
                }
            }
        }
        return reached;
    }
}
