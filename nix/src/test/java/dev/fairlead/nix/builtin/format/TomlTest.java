package dev.fairlead.nix.builtin.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.value.Printer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Beside the table of {@code fromTOML}: documents that the specification says are invalid, and some that are not. */
class TomlTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a = 1\n[a]",
                "[a]\nb = 1\n[a.b]",
                "[[a]]\n[a]",
                "a = []\n[[a]]",
                "[a]\n[[a]]",
                "a.b = 1\n[a]",
                "a = {}\na.b = 1",
                "a = { b = 1, }",
                "a = { b = 1\n}",
                "[a.b.c]\nz = 9\n[a]\nb.c.t = 1",
                "a = 1_",
                "a = _1",
                "a = 1__0",
                "a = 0x",
                "a = +0x1",
                "a = 1.",
                "a = .1",
                "a = 1e",
                "a = \"\\x41\"",
                "a = \"\\ud800\"",
                "a = 'b\nc'",
                "a = \"\"\"b",
                "a = tru",
                "a = [1 2]",
                "a = [1,,2]",
                "a = 1 # \u0001",
                "a b = 1",
                "[a",
                "[[a]",
                "[]",
                "\"\"\"a\"\"\" = 1",
                "a = 2020-01-01",
                "a = 10:00:00"
            })
    void malformedDocumentsAreRefused(String document) {
        assertThatThrownBy(() -> TomlReader.read(document)).isInstanceOf(FormatException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a = {} => { a = { }; }",
                "[a.b]\n[a]\nc=1 => { a = { b = { }; c = 1; }; }",
                "[[a]]\n[[a.b]]\n[[a.b]]\n[[a]] => { a = [ { b = [ { } { } ]; } { } ]; }",
                "a.b.c = 1\na.d = 2 => { a = { b = { c = 1; }; d = 2; }; }",
                "a = [ [ 1 ], { b = 2 }, # x\n ] => { a = [ [ 1 ] { b = 2; } ]; }",
                "\"\" = 1\r\n1.2 = 3\r\n => { \"\" = 1; \"1\" = { \"2\" = 3; }; }",
                "a = \"\"\"\\\n  b  \\\n\n  c\"\"\" => { a = \"b  c\"; }",
                "a = -0\nb = 1e1\nc = inf => { a = 0; b = 10; c = inf; }"
            })
    void documentsMeanWhatTheSpecificationSays(String line) {
        int arrow = line.lastIndexOf(" => ");
        assertThat(Printer.print(TomlReader.read(Bytes.encode(line.substring(0, arrow)))))
                .isEqualTo(line.substring(arrow + 4));
    }
}
