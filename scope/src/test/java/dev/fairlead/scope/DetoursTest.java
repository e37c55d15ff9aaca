package dev.fairlead.scope;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.testing.Gen;
import dev.fairlead.testing.Property;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which queries may be searched without remembering where a walk has been: decided word by word, from the definition. */
final class DetoursTest {
    /** With this many states, words of twice as many labels show what the conditions are about. */
    private static final int MOST_STATES = 3;

    private static final Gen<LabelOrder> ORDERS = Gen.elements(
            LabelOrder.DECLARATION_IMPORT_PARENT,
            order("P I", -1),
            order("IP", -1),
            order("I P", 0),
            order("I P", 1),
            order("P I", 5));

    /** @param layers letters by rank, separated by spaces */
    private static LabelOrder order(String layers, int endOfPath) {
        var labels = new ArrayList<List<Label>>();
        for (String layer : layers.split(" ", -1)) {
            labels.add(layer.chars()
                    .mapToObj(letter -> new Label(String.valueOf((char) letter)))
                    .toList());
        }
        return LabelOrder.of(labels, endOfPath);
    }

    private static Gen<String> expressions() {
        return Gen.nested(3, Gen.elements("P", "I", "P*", "I*", "_"), part -> choices -> switch ((int)
                choices.below(3)) {
            case 0 -> part.draw(choices) + " " + part.draw(choices);
            case 1 -> "(" + part.draw(choices) + " | " + part.draw(choices) + ")";
            default ->
                "(" + part.draw(choices) + ")" + Gen.elements("*", "+", "?").draw(choices);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "P* I*, I P, -1, true",
        "P* I?, I P, -1, true",
        "P* I*, I P, 5, false",
        "P* I*, I P, 0, false",
        "P* I*, P I, -1, false",
        "P* I*, IP, -1, false",
        "I* P*, I P, -1, false",
        "P* I I (I I)*, I P, -1, false",
        "I, I P, -1, false",
        "I?, I P, -1, true",
        "P, I P, 5, false"
    })
    void aDetourNeverPaysWhereCuttingItOutIsAllowedAndMoreSpecific(
            String expression, String layers, int endOfPath, boolean never) {
        LabelOrder order = order(layers, endOfPath);
        assertThat(Detours.neverPay(Automaton.of(expression, order), order)).isEqualTo(never);
    }

    @Test
    void theDecisionIsTheOneOfTheDefinition() {
        Property.tries(300).check(expressions(), ORDERS, (expression, order) -> {
            Automaton automaton = Automaton.of(expression, order);
            Property.assume(automaton.size() <= MOST_STATES);
            assertThat(Detours.neverPay(automaton, order)).isEqualTo(neverPay(automaton, order));
        });
    }

    private static boolean neverPay(Automaton automaton, LabelOrder order) {
        List<List<Integer>> words = words(automaton.labels(), 2 * MOST_STATES);
        List<List<Integer>> ends = words(automaton.labels(), MOST_STATES * MOST_STATES);
        for (int state = 0; state < automaton.size(); state++) {
            int before = state;
            for (List<Integer> detour : words) {
                int after = run(automaton, state, detour);
                if (after == Automaton.DEAD) {
                    continue;
                }
                boolean onlyParents = detour.stream().allMatch(label -> label == order.index(Label.PARENT));
                if (!laterWins(detour, order)
                        || (!onlyParents
                                && ends.stream()
                                        .anyMatch(end ->
                                                accepts(automaton, after, end) && !accepts(automaton, before, end)))) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean laterWins(List<Integer> word, LabelOrder order) {
        for (int i = 0; i < word.size(); i++) {
            int earlier = word.get(i);
            if (order.rank(order.end()) >= order.rank(earlier)
                    || word.subList(i, word.size()).stream()
                            .anyMatch(later -> later != earlier && order.rank(later) >= order.rank(earlier))) {
                return false;
            }
        }
        return true;
    }

    private static boolean accepts(Automaton automaton, int state, List<Integer> word) {
        int end = run(automaton, state, word);
        return end != Automaton.DEAD && automaton.accepts(end);
    }

    private static int run(Automaton automaton, int start, List<Integer> word) {
        int state = start;
        for (int label : word) {
            state = state == Automaton.DEAD ? Automaton.DEAD : automaton.next(state, label);
        }
        return state;
    }

    private static List<List<Integer>> words(int labels, int longest) {
        var words = new ArrayList<List<Integer>>();
        words.add(List.of());
        for (int i = 0; i < words.size(); i++) {
            for (int label = 0; label < labels && words.get(i).size() < longest; label++) {
                var longer = new ArrayList<>(words.get(i));
                longer.add(label);
                words.add(longer);
            }
        }
        return words;
    }
}
