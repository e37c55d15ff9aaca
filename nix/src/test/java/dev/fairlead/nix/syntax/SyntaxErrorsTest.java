package dev.fairlead.nix.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fairlead.testing.Golden;
import java.util.List;
import org.junit.jupiter.api.Test;

class SyntaxErrorsTest {
    private static final List<String> WRONG = List.of(
            "",
            "# nothing\n",
            "a b )",
            "(a",
            "(a;",
            "[ a b",
            "[ a + b ]",
            "[ a; ]",
            "{ a = 1;",
            "{ a = 1 }",
            "{ a = 1, b = 2; }",
            "{ a ... }",
            "{ a }",
            "{ a } 1",
            "{ 1 = x; }",
            "{ a.1 = x; }",
            "{ = 1; }",
            "{ inherit http://x; }",
            "{ inherit (a; }",
            "{ inherit ${a}; }",
            "{ inherit \"a${b}\"; }",
            "{ a, b",
            "{ a, b ? 1; }: a",
            "{ a, ..., b }: a",
            "{ a, or }: a",
            "{ a, a }: a",
            "a@{ a }: a",
            "{ a }@a: a",
            "{ a }@1: a",
            "a@b: a",
            "x: y: ",
            "f x: y",
            "1 + x: x",
            "if a else b",
            "if a then b",
            "let a = 1; a",
            "let a = 1; } in a",
            "let ${a} = 1; in a",
            "let \"a${b}\" = 1; in a",
            "f let a = 1; in a",
            "with a b",
            "assert a",
            "rec a",
            "a.",
            "a.if",
            "a.''x''",
            "a ? ./b",
            "a == b == c",
            "a < b > c",
            "1 != != 2",
            "&& a",
            "or",
            "a.b or or",
            "a |> f",
            "a <| f",
            "{ |> }",
            "\"a",
            "\"a${b",
            "\"a${b c;\"",
            "''a",
            "''a${b}",
            "a 1\"$",
            "rec { a = 1;",
            "let { 1",
            "/a//b",
            "/a///b${c}",
            "/a//",
            "./a/",
            "./a/${b}/",
            "/a//b c",
            "./a/ b",
            "9223372036854775808",
            "1.0e400",
            "1.0e-400",
            "123 é 4",
            "a\0b",
            "\"a\0b\"",
            "''a\0b''",
            "a /* b",
            "a $b",
            "{ a.b = 1; a = 2; }",
            "{\n  a = { b = 1; };\n  a.b.c = 2;\n}");

    @Test
    void everyErrorNamesWhatIsWrongAndWhere() {
        StringBuilder all = new StringBuilder();
        for (String text : WRONG) {
            all.append(report(text)).append('\n');
        }
        Golden.assertMatches("syntax-errors.txt", Bytes.decode(all.toString()));
    }

    @Test
    void nullBytesAreTextInComments() {
        assertThat(Syntax.reprint("/* \0 */ a # \0\n")).isEqualTo("a");
    }

    @Test
    void theLargestNumbersAreNotTooLarge() {
        assertThat(Syntax.reprint("9223372036854775807")).isEqualTo("9223372036854775807");
        assertThat(Syntax.reprint("1.7976931348623157e308")).isEqualTo("1.79769e+308");
        assertThat(Syntax.reprint("0.0e9999 ")).isEqualTo("0");
    }

    @Test
    void textThatRunsToTheEndIsBlamedOnWhereItBegan() {
        assertThatThrownBy(() -> Syntax.parse("f (a\n  \"b\n"))
                .isInstanceOfSatisfying(
                        SyntaxException.class,
                        e -> assertThat(e.related()).isEqualTo(new SyntaxException.Related("opened here", 7, 8)));
    }

    private static String report(String text) {
        try {
            throw new AssertionError("no error: " + text + " is " + Syntax.reprint(text));
        } catch (SyntaxException e) {
            StringBuilder report = new StringBuilder();
            excerpt(e.source(), e.start(), e.end(), report);
            report.append(e.reason()).append('\n');
            SyntaxException.Related related = e.related();
            if (related != null) {
                excerpt(e.source(), related.start(), related.end(), report.append("  "));
                report.append("  ").append(related.label()).append('\n');
            }
            return report.toString();
        }
    }

    /** The line of a place, with the place marked. */
    private static void excerpt(Source source, int start, int end, StringBuilder out) {
        Location place = source.locate(start, end);
        String line = source.line(place.line()).replace('\0', '0');
        int from = place.column() - 1;
        int to = place.endLine() == place.line() ? place.endColumn() - 1 : line.length();
        out.append(line, 0, from)
                .append(Bytes.encode("«"))
                .append(line, from, to)
                .append(Bytes.encode("»"))
                .append(line.substring(to));
        out.append('\n');
    }
}
