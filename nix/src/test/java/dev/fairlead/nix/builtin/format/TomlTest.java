package dev.fairlead.nix.builtin.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.value.Printer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
        assertThatThrownBy(() -> TomlReader.read(document, false)).isInstanceOf(FormatException.class);
    }

    @Test
    void errorsShowTheLine() {
        assertThatThrownBy(() -> TomlReader.read("a = 1\n\tb = [ \"\u00c3\u00a9\" 2 ]\n", false))
                .isInstanceOfSatisfying(
                        FormatException.class,
                        wrong -> assertThat(Bytes.decode(wrong.reason())).isEqualTo("""
                                [error] toml::parse_array: expected value-separator `,` or closing `]`
                                 --> fromTOML
                                   |
                                 2 |  b = [ "é" 2 ]
                                   |            ^-- here"""));
    }

    @Test
    void whatIsMalformedIsToldBeforeWhatNixCannotHold() {
        assertThatThrownBy(() -> TomlReader.read("a = 10:00:00\nb = \"\\u0000\"\nc", false))
                .hasMessageStartingWith("[error] toml::parse_key_value_pair: invalid key value separator `=`\n");
        assertThatThrownBy(() -> TomlReader.read("a = 10:00:00\nb = \"\\u0000\"", false))
                .hasMessage("Dates and times are not supported");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1979-05-27T07:32:00Z             | 1979-05-27T07:32:00Z",
                "1979-05-27 07:32:00z             | 1979-05-27T07:32:00Z",
                "1979-05-27T00:32:00-07:00        | 1979-05-27T00:32:00-07:00",
                "1979-05-27T00:32:00+00:00        | 1979-05-27T00:32:00Z",
                "1979-05-27T00:32:00.9999-07:00   | 1979-05-27T00:32:00.999900-07:00",
                "1979-05-27t00:32:00              | 1979-05-27T00:32:00",
                "1979-05-27                       | 1979-05-27",
                "07:32:00.0                       | 07:32:00",
                "00:32:00.1                       | 00:32:00.100",
                "00:32:00.1234567899              | 00:32:00.123456789",
            })
    void datesAndTimesAreTextsInOneFormWhereTheyAreAskedFor(String written, String read) {
        assertThat(Printer.printStrict(TomlReader.read("a = " + written, true)))
                .isEqualTo("{ a = { _type = \"timestamp\"; value = \"" + read + "\"; }; }");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a = 1 [b] => { a = 1; b = { }; }",
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
        assertThat(Printer.print(TomlReader.read(Bytes.encode(line.substring(0, arrow)), false)))
                .isEqualTo(line.substring(arrow + 4));
    }
}
