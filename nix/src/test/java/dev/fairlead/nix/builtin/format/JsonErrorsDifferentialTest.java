package dev.fairlead.nix.builtin.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.testing.Gen;
import dev.fairlead.testing.Program;
import dev.fairlead.testing.Property;
import dev.fairlead.testing.Tools;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Malformed JSON is refused with the words of Nix 2.8, whose JSON library says what that of current Nix says. Where they differ
 * nothing is drawn: 2.8 accepts integers from 2^63 to 2^64 and zero bytes, and has other words for an empty text.
 */
class JsonErrorsDifferentialTest {
    private static final Gen<String> PIECES = Gen.elements(List.of(
            "{",
            "}",
            "[",
            "]",
            ":",
            ",",
            " ",
            "\n",
            "\t",
            "\"a\"",
            "\"k\":",
            "\"",
            "\\",
            "\\n",
            "\\x",
            "\\u0041",
            "\\u12",
            "\\ud83d",
            "\\ude00",
            "1",
            "-",
            "0",
            "01",
            "1.5",
            ".",
            "e",
            "E+",
            "1e999",
            "99999999999999999999",
            "true",
            "tru",
            "false",
            "null",
            "nul",
            "x",
            "\u0001",
            "\b",
            "\u001f",
            "\u007f",
            "\"é\\n\""));

    private static final Gen<String> TEXTS = Gen.oneOf(
                    PIECES.list(1, 7).map(pieces -> String.join("", pieces)),
                    damaged("{\"a\": [1, 2, {\"b\": \"c\\u00e9\\n\"}], \"d\": -1.5e10, \"e\": [true, false, null]}"))
            .filter(text -> !text.isEmpty());

    /** A document that ends too early, or has something in it that does not belong there. */
    private static Gen<String> damaged(String document) {
        return choices -> {
            int at = Gen.ints(0, document.length()).draw(choices);
            String rest = Gen.booleans().draw(choices) ? "" : PIECES.draw(choices) + document.substring(at);
            return document.substring(0, at) + rest;
        };
    }

    @Test
    void malformedTextsAreRefusedWithTheSameWords() {
        Program nix = Tools.nixInstantiate();
        Property.tries(80).check(TEXTS, text -> assertThat(refusal(text)).isEqualTo(inNix(nix, text)));
    }

    private static String refusal(String text) {
        try {
            Object ignored = JsonReader.read(Bytes.encode(text));
            return "accepted";
        } catch (FormatException malformed) {
            return "error: " + Bytes.decode(malformed.reason());
        }
    }

    private static String inNix(Program nix, String text) {
        String literal = text.replace("\\", "\\\\").replace("\"", "\\\"");
        Program.Output output = nix.feed("builtins.fromJSON \"" + literal + "\"", "--eval", "-");
        return output.exit() == 0
                ? "accepted"
                : output.stderr()
                        .lines()
                        .filter(line -> line.startsWith("error: "))
                        .findFirst()
                        .orElse(output.stderr());
    }
}
