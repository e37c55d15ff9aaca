package dev.fairlead.cli.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.nix.Nix;
import dev.fairlead.nix.eval.Evaluator;
import dev.fairlead.nix.eval.Options;
import dev.fairlead.nix.value.AttrsBuilder;
import dev.fairlead.nix.value.Equality;
import dev.fairlead.nix.value.IntValue;
import dev.fairlead.nix.value.ListValue;
import dev.fairlead.nix.value.NullValue;
import dev.fairlead.nix.value.Strictness;
import dev.fairlead.nix.value.StringValue;
import dev.fairlead.nix.value.Symbol;
import dev.fairlead.nix.value.Value;
import dev.fairlead.testing.Choices;
import dev.fairlead.testing.Property;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DifferencesTest {
    private static final Evaluator EVALUATOR = Nix.evaluator(Options.DEFAULT);

    private static List<ValueDifference> differences(String found, String expected) {
        return EVALUATOR.run(() -> {
            Value a = EVALUATOR.evalText(found, "found", Path.of("/"));
            Value b = EVALUATOR.evalText(expected, "expected", Path.of("/"));
            Strictness.forceDeep(a);
            Strictness.forceDeep(b);
            return Differences.between(a, b);
        });
    }

    private static Value value(Choices choices, int depth) {
        return switch ((int) choices.below(depth > 3 ? 3 : 5)) {
            case 0 -> IntValue.of(choices.below(2));
            case 1 -> NullValue.NULL;
            case 2 -> new StringValue(choices.below(2) == 0 ? "" : "a\nb");
            case 3 -> {
                Value[] items = new Value[(int) choices.below(3)];
                for (int i = 0; i < items.length; i++) {
                    items[i] = value(choices, depth + 1);
                }
                yield new ListValue(items);
            }
            default -> {
                AttrsBuilder set = new AttrsBuilder(3);
                for (String name : List.of("a", "b.c")) {
                    if (choices.below(2) == 1) {
                        set.add(Symbol.of(name), value(choices, depth + 1));
                    }
                }
                yield set.build();
            }
        };
    }

    @Test
    void thereAreNoneExactlyIfTheLanguageSaysEqual() {
        Property.tries(3000)
                .check(
                        choices -> value(choices, 0),
                        choices -> value(choices, 0),
                        (a, b) -> EVALUATOR.run(() -> {
                            assertThat(Differences.between(a, b).isEmpty()).isEqualTo(Equality.equal(a, b));
                            return null;
                        }));
    }

    @Test
    void eachIsNamedByItsPath() {
        assertThat(differences("{ a.\"b.c\" = [ 1 2 ]; d = 1; }", "{ a.\"b.c\" = [ 1 3 ]; e = { }; }"))
                .containsExactly(
                        new ValueDifference("a.\"b.c\".1", "2", "3"),
                        new ValueDifference("d", "1", null),
                        new ValueDifference("e", null, "{ }"));
    }

    @Test
    void valuesThatContainThemselvesAreComparedOnce() {
        assertThat(differences("let x = { a = x; b = 1; }; in x", "let x = { a = x; b = 2; }; in x"))
                .containsExactly(new ValueDifference("b", "1", "2"));
    }

    @Test
    void ofDerivationsTheOutputsAreCompared() {
        assertThat(differences(
                        "{ type = \"derivation\"; outPath = \"x\"; name = 1; }",
                        "{ type = \"derivation\"; outPath = \"x\"; name = 2; }"))
                .isEmpty();
    }

    @Test
    void ofLongTextsTheFirstLineThatDiffersIsQuoted() {
        assertThat(differences("{ t = \"a\\nb\\nc\"; }", "{ t = \"a\\nx\\nc\"; }"))
                .containsExactly(new ValueDifference("t, line 2", "\"b\\n\"", "\"x\\n\""));
        assertThat(differences("\"a\\nb\"", "\"a\""))
                .containsExactly(new ValueDifference("line 1", "\"a\\n\"", "\"a\""));
        String long1 = "x".repeat(100) + "é1" + "z".repeat(100);
        assertThat(differences("\"" + long1 + "\"", "\"" + long1.replace('1', '2') + "\""))
                .singleElement()
                .satisfies(difference -> {
                    assertThat(difference.found())
                            .startsWith("…\"xxxx")
                            .endsWith("zz\"…")
                            .hasSizeLessThan(100);
                    assertThat(difference.expected()).contains("2z");
                });
    }
}
