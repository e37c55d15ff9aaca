package dev.fairlead.nix.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.nix.eval.Evaluator;
import dev.fairlead.nix.eval.Options;
import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.value.Printer;
import dev.fairlead.testing.Gen;
import dev.fairlead.testing.Program;
import dev.fairlead.testing.Property;
import dev.fairlead.testing.Tools;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Random calls that succeed give what they give in Nix. */
class BuiltinsDifferentialTest {
    private static final Gen<String> NUMBERS = Gen.oneOf(
            Gen.ints(-3, 9).map(n -> "(" + n + ")"), Gen.elements("1.5", "2.0", "(-0.5)", "0.0", "1000000.0"));
    private static final Gen<String> INTS = Gen.ints(-3, 9).map(n -> "(" + n + ")");
    private static final Gen<String> STRINGS = Gen.elements(
                    "a", "b", "", "ab", "é", "Z", "a b", "\\${", "\\n\\t", "1", "if", "a'")
            .map(s -> '"' + s + '"');
    private static final Gen<String> NAMES =
            Gen.elements("a", "b", "c", "d", "e", "x-y", "_z", "long'name", "A", "é", "");
    private static final Gen<String> DATA = Gen.nested(
            3,
            Gen.oneOf(NUMBERS, STRINGS, Gen.elements("true", "false", "null", "/a/b")),
            parts -> Gen.oneOf(list(parts), attrs(parts)));
    private static final Gen<String> SETS = attrs(DATA);
    private static final Gen<String> PREDICATES = Gen.elements(
            "(x: true)",
            "(x: false)",
            "builtins.isString",
            "(x: builtins.elem x [ 1 \"a\" ])",
            "(x: builtins.typeOf x < \"l\")");

    private static final Gen<String> CALLS = Gen.oneOf(
            calls("%s == %s", DATA, DATA),
            calls("builtins.elem %s %s", DATA, list(DATA)),
            calls("builtins.sort builtins.lessThan %s", list(NUMBERS)),
            calls("builtins.sort builtins.lessThan %s", list(STRINGS)),
            calls("builtins.sort builtins.lessThan %s", list(list(NUMBERS))),
            calls("builtins.sort (a: b: builtins.stringLength a < builtins.stringLength b) %s", list(STRINGS)),
            calls("%s < %s", NUMBERS, NUMBERS),
            calls("%s < %s", list(STRINGS), list(STRINGS)),
            calls("builtins.partition %s %s", PREDICATES, list(DATA)),
            calls("builtins.filter %s %s", PREDICATES, list(DATA)),
            calls("builtins.all %s %s", PREDICATES, list(DATA)),
            calls("builtins.any %s %s", PREDICATES, list(DATA)),
            calls("builtins.groupBy builtins.typeOf %s", list(DATA)),
            calls("builtins.concatLists %s", list(list(DATA))),
            calls("builtins.concatMap (x: [ x [ x ] ]) %s", list(DATA)),
            calls("builtins.foldl' (a: b: [ b a ]) %s %s", DATA, list(DATA)),
            calls("builtins.attrNames %s", SETS),
            calls("builtins.attrValues %s", SETS),
            calls("builtins.mapAttrs (n: v: { inherit n v; }) %s", SETS),
            calls("builtins.intersectAttrs %s %s", SETS, SETS),
            calls("builtins.zipAttrsWith (n: vs: [ n vs ]) %s", list(SETS)),
            calls("builtins.catAttrs \"a\" %s", list(SETS)),
            calls("removeAttrs %s %s", SETS, list(NAMES.map(name -> '"' + name + '"'))),
            calls(
                    "builtins.listToAttrs (map (value: { name = builtins.typeOf value; inherit value; }) %s)",
                    list(DATA)),
            calls("%s // %s", SETS, SETS),
            calls("builtins.bitXor %s %s", INTS, INTS),
            calls("builtins.add %s %s", NUMBERS, NUMBERS),
            calls("builtins.mul %s %s", NUMBERS, NUMBERS),
            calls(
                    "map (x: builtins.tryEval (if builtins.isList x then toString (builtins.length x) else toString x)) %s",
                    list(NUMBERS)),
            calls(
                    "map (x: x.key) (builtins.genericClosure { startSet = map (key: { inherit key; }) %s; operator = x: if x.key < 6 then [ { key = x.key + 2; } ] else [ ]; })",
                    list(NUMBERS)),
            calls("%s", DATA));

    private static Gen<String> list(Gen<String> items) {
        return items.list(4).map(texts -> "[ " + String.join(" ", texts) + " ]");
    }

    private static Gen<String> attrs(Gen<String> values) {
        return choices -> NAMES.list(4).draw(choices).stream()
                .distinct()
                .map(name -> '"' + name + "\" = " + values.draw(choices) + "; ")
                .collect(Collectors.joining("", "{ ", "}"));
    }

    private static Gen<String> calls(String form, Gen<String> argument) {
        return argument.map(form::formatted);
    }

    private static Gen<String> calls(String form, Gen<String> first, Gen<String> second) {
        return choices -> form.formatted(first.draw(choices), second.draw(choices));
    }

    @Test
    void callsGiveWhatTheyGiveInNix() {
        Program nix = Tools.nixInstantiate();
        Property.tries(40).check(CALLS.list(1, 60), expressions -> {
            String all = expressions.stream().collect(Collectors.joining(")\n (", "[ (", ") ]"));
            assertThat(printed(all)).isEqualTo(inNix(nix, all));
        });
    }

    private static String inNix(Program nix, String expression) {
        return nix.feed(expression, "--eval", "--strict", "-")
                .expectSuccess()
                .stdout()
                .strip();
    }

    private static String printed(String expression) {
        Evaluator evaluator = new Evaluator(Options.DEFAULT, Builtins::globals);
        return Bytes.decode(evaluator.run(
                () -> Printer.printStrict(evaluator.evalText(Bytes.encode(expression), "test", Path.of("/")))));
    }
}
