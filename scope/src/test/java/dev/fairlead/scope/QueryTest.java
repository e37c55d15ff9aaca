package dev.fairlead.scope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fairlead.testing.Gen;
import dev.fairlead.testing.Property;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class QueryTest {
    private static final LabelOrder ORDER = LabelOrder.DECLARATION_IMPORT_PARENT;

    private static boolean accepts(String expression, String word) {
        Automaton automaton = Automaton.of(expression, ORDER);
        int state = 0;
        for (int i = 0; i < word.length(); i++) {
            state = automaton.next(state, ORDER.index(new Label(word.substring(i, i + 1))));
            if (state == Automaton.DEAD) {
                return false;
            }
        }
        return automaton.accepts(state);
    }

    /** An expression in Fairlead's notation and in that of java.util.regex. */
    private record Notations(String ours, String regex) {}

    private static Gen<Notations> expressions() {
        return Gen.nested(
                4,
                Gen.elements(
                        new Notations("P", "P"),
                        new Notations("I", "I"),
                        new Notations("_", "[IP]"),
                        new Notations("\"\"", "")),
                part -> Gen.oneOf(two(part, " ", ""), two(part, "|", "|"), choices -> {
                    Notations inner = part.draw(choices);
                    String suffix = Gen.elements("*", "+", "?").draw(choices);
                    return new Notations("(" + inner.ours + ")" + suffix, "(" + inner.regex + ")" + suffix);
                }));
    }

    private static Gen<Notations> two(Gen<Notations> part, String ours, String regex) {
        return choices -> {
            Notations left = part.draw(choices);
            Notations right = part.draw(choices);
            return new Notations(
                    "(" + left.ours + ")" + ours + "(" + right.ours + ")",
                    "(" + left.regex + ")" + regex + "(" + right.regex + ")");
        };
    }

    @Test
    void anExpressionAcceptsTheWordsThatJavaAccepts() {
        Property.tries(2_000)
                .check(
                        expressions(),
                        Gen.strings("PI", 8),
                        (expression, word) -> assertThat(accepts(expression.ours, word))
                                .isEqualTo(Pattern.compile(expression.regex)
                                        .matcher(word)
                                        .matches()));
    }

    @Test
    void theAutomatonOfTheUsualExpressionHasTwoStates() {
        assertThat(Automaton.of("P* I*", ORDER).size()).isEqualTo(2);
        assertThat(Automaton.of("P* P* (I* | I* I*)", ORDER).size()).isEqualTo(2);
    }

    @Test
    void postfixBindsTighterThanSequenceAndSequenceTighterThanChoice() {
        assertThat(accepts("P I* | I", "PII")).isTrue();
        assertThat(accepts("P I* | I", "I")).isTrue();
        assertThat(accepts("P I* | I", "PIPI")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "P* (I; a '(' without its ')' at character 4",
                "P* I); a ')' without its '(' at character 5",
                "P* | ; a label, '(', '_' or \"\" is missing at character 5",
                "*; a label, '(', '_' or \"\" is missing at character 1",
                "P 7; a label, '(', '_' or \"\" is missing at character 3",
                "P* J; label J is not ranked by the order I=0 P=1 $=-1 at character 4",
                "\"P\"; only \"\", the empty path, may be quoted at character 1",
                "PI; label PI is not ranked by the order I=0 P=1 $=-1 at character 1"
            })
    void anExpressionThatCannotBeReadIsRefusedAtItsCharacter(String expression, String problem) {
        assertThatThrownBy(() -> Query.of(expression, ORDER))
                .isInstanceOf(QuerySyntaxException.class)
                .hasMessage(problem + " of the path expression \"" + expression + "\"");
    }

    @Test
    void anExpressionWithoutAnyPathCannotBeWrittenSoTheEmptyTextIsRefused() {
        assertThatThrownBy(() -> Query.of("  ", ORDER)).isInstanceOf(QuerySyntaxException.class);
    }

    @Test
    void expressionsTooLongOrWithTooManyStatesAreRefused() {
        assertThatThrownBy(() -> Query.of("P ".repeat(600), ORDER))
                .isInstanceOf(QuerySyntaxException.class)
                .hasMessageStartingWith("more than 1000 characters");
        assertThatThrownBy(() -> Query.of("_* P" + " _".repeat(20), ORDER))
                .isInstanceOf(QuerySyntaxException.class)
                .hasMessageStartingWith("an automaton of more than 1000 states");
    }

    @Test
    void theFirstDifferingLabelDecidesAndNeverTheLength() {
        Label p = Label.PARENT;
        Label i = Label.IMPORT;
        assertThat(ORDER.precedes(List.of(i, i), List.of(p, i))).isTrue();
        assertThat(ORDER.precedes(List.of(i), List.of(i, i))).isTrue();
        assertThat(ORDER.precedes(List.of(p), List.of(i, i, i))).isFalse();
        assertThat(ORDER.precedes(List.of(p), List.of(p))).isFalse();
    }

    @Test
    void differentLabelsOfOneRankAreIncomparableWhateverFollows() {
        LabelOrder even = LabelOrder.of(List.of(List.of(Label.IMPORT, Label.PARENT)), -1);
        List<Label> left = List.of(Label.IMPORT);
        List<Label> right = List.of(Label.PARENT, Label.PARENT);
        assertThat(even.precedes(left, right)).isFalse();
        assertThat(even.precedes(right, left)).isFalse();
    }

    @Test
    void ordersAndLabelsThatMakeNoSenseAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LabelOrder.of(List.of(List.of(Label.IMPORT), List.of(Label.IMPORT)), 0))
                .withMessage("label I is ranked twice in a label order");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LabelOrder.of(List.of(), 0))
                .withMessage("a label order ranks at least one label");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Label("$"))
                .withMessage("a label is a letter followed by letters, digits or '-', not \"$\"");
    }
}
