package dev.fairlead.nix.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.nix.eval.Evaluator;
import dev.fairlead.nix.eval.Options;
import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.value.EvalException;
import dev.fairlead.nix.value.Printer;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LargeValuesTest {
    private static final String NEST =
            "with builtins; let nest = depth: foldl' (inner: _: [ inner ]) [ ] (genList (i: i) depth); in ";

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            value = {
                "length (sort lessThan (genList (i: 999999 - i) 1000000)) => 1000000",
                "head (sort (a: b: a < b) (genList (i: 99999 - i) 100000)) => 0",
                "foldl' add 0 (filter (i: bitAnd i 1 == 0) (genList (i: i) 1000000)) => 249999500000",
                "length (attrNames (listToAttrs (map (i: { name = toString i; value = i; }) (genList (i: i) 300000)))) => 300000",
                "length (concatMap (i: [ i i ]) (genList (i: i) 500000)) => 1000000",
                "length (concatLists (genList (i: [ i ]) 1000000)) => 1000000",
                "deepSeq (genList (i: [ i ]) 300000) 1 => 1",
                "isFloat (fromJSON (concatStringsSep \"\" (genList (_: \"9\") 300))) => true",
                "genList (i: { a = i; }) 300000 == genList (i: { a = i; }) 300000 => true",
                "length (attrNames (groupBy (i: toString (bitAnd i 1023)) (genList (i: i) 300000))) => 1024",
                "length (genericClosure { startSet = [ { key = 0; } ]; operator = x: if x.key < 100000 then [ { key = x.key + 1; } ] else [ ]; }) => 100001",
            })
    void aMillionItemsAreOrdinary(String expression, String expected) {
        assertThat(evaluate("with builtins; " + expression)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            value = {
                "deepSeq (nest 9000) 1 => 1",
                "nest 9000 == nest 9000 => true",
                "stringLength (toJSON (nest 9000)) => 18002"
            })
    void listsMayNestAlmostAsDeeplyAsCalls(String expression, String expected) {
        assertThat(evaluate(NEST + expression)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"deepSeq (nest 11000) 1", "nest 11000 == nest 11000", "nest 11000", "toString (nest 11000)"})
    void listsThatNestDeeperThanCallsMayAreRefused(String expression) {
        assertThat(evaluate(NEST + expression)).isEqualTo("error: stack overflow; max-call-depth exceeded");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fromJSON (concatStringsSep \"\" (genList (_: \"9\") 1000000))"})
    void aMillionDigitsAreRefusedLikeAnyNumberTooLarge(String expression) {
        assertThat(evaluate("with builtins; " + expression)).contains("number overflow parsing '999");
    }

    private static String evaluate(String expression) {
        Evaluator evaluator = new Evaluator(Options.DEFAULT, Builtins::globals);
        try {
            return evaluator.run(
                    () -> Printer.printStrict(evaluator.evalText(Bytes.encode(expression), "test", Path.of("/"))));
        } catch (EvalException e) {
            return "error: " + e.reason();
        }
    }
}
