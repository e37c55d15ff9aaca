package dev.fairlead.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What {@code eval --show-trace} says was being done, in the words of Nix and at the places that it names. */
final class EvalTraceTest {
    private static String trace(String expression) {
        return new CliRun((place, form) -> {
                    throw new AssertionError("eval reads no fleet");
                })
                .run("eval", "--strict", "--show-trace", "-E", expression)
                .err();
    }

    @Test
    void whatIsInterpolatedIsToldAtItsDollar() {
        assertThat(trace("\"x${ 5 }\"")).isEqualTo("""
                error:
                       … while evaluating a path segment
                         at «string»:1:3:
                            1| "x${ 5 }"
                             |   ^

                       error: cannot coerce an integer to a string: 5
                """);
    }

    @Test
    void aFailureInsideOfAnOperandIsNoneOfItsCoercion() {
        assertThat(trace("\"x${{ outPath = throw \"no\"; }}\""))
                .contains("… while evaluating the `outPath` attribute")
                .doesNotContain("path segment");
        assertThat(trace("1 + throw \"no\"")).contains("… in an operand of '+'\n         at «string»:1:5:");
    }

    @Test
    void theStringOfASetIsToldByWhereItCameFrom() {
        assertThat(trace("\"${{ outPath = [ ]; }}\"")).isEqualTo("""
                error:
                       … while using the `outPath` attribute
                         at «string»:1:6:
                            1| "${{ outPath = [ ]; }}"
                             |      ^

                       … while evaluating a path segment
                         at «string»:1:2:
                            1| "${{ outPath = [ ]; }}"
                             |  ^

                       error: cannot coerce a list to a string: [ ]
                """);
        assertThat(trace("toString { __toString = self: throw \"no\"; }"))
                .contains("… while calling the `__toString` attribute");
        assertThat(trace("builtins.readFile { __toString = self: \"rel\"; }"))
                .contains("… while using the result of the `__toString` attribute");
        assertThat(trace("builtins.toJSON { outPath.__toString = self: 3; }"))
                .contains(
                        "… while using the `outPath` attribute",
                        "… while using the result of the `__toString` attribute");
    }

    @Test
    void comparisonIsACallThatMayBeNegated() {
        assertThat(trace("2 <= { }")).isEqualTo("""
                error:
                       … in the argument of '!'
                         at «string»:1:3:
                            1| 2 <= { }
                             |   ^

                       … while calling the 'lessThan' builtin
                         at «string»:1:3:
                            1| 2 <= { }
                             |   ^

                       error: cannot compare a set with an integer; values are { } and 2
                """);
        assertThat(trace("2 < { }"))
                .contains("… while calling the 'lessThan' builtin")
                .doesNotContain("'!'");
    }

    @Test
    void aDerivationIsToldByItsNameAndWhereThatIs() {
        assertThat(trace("builtins.derivationStrict { name = \"d\"; builder = x: x; }"))
                .isEqualTo("""
                error:
                       … while calling the 'derivationStrict' builtin
                         at «string»:1:1:
                            1| builtins.derivationStrict { name = "d"; builder = x: x; }
                             | ^

                       … while evaluating derivation 'd'
                         whose name attribute is located at «string»:1:29

                       … while evaluating attribute 'builder' of derivation 'd'
                         at «string»:1:41:
                            1| builtins.derivationStrict { name = "d"; builder = x: x; }
                             |                                         ^

                       error: cannot coerce a function to a string: «lambda builder @ «string»:1:51»
                """);
    }

    @Test
    void aFunctionOfSeveralArgumentsIsToldWhereTheLastIsTaken() {
        assertThat(trace("(a: b: a + b) 1 null"))
                .contains("… while calling anonymous lambda\n         at «string»:1:5:");
        assertThat(trace("toString ((a: b: a) 1)")).contains("«lambda @ «string»:1:15»");
    }

    @Test
    void keysThatDoNotCompareAreToldWithTheirElements() {
        assertThat(
                        trace(
                                "builtins.genericClosure { startSet = [ { key = 2; } { key = 1; } { key = \"k\"; } ]; operator = _: [ ]; }"))
                .contains("… while comparing element { key = \"k\"; }\n\n       … with element { key = 1; }");
    }
}
