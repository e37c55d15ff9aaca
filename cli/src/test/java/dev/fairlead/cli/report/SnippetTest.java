package dev.fairlead.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.cli.report.Paint.Ink;
import dev.fairlead.fleet.finding.Place;
import dev.fairlead.testing.Gen;
import dev.fairlead.testing.Property;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SnippetTest {
    /** The source line and the carets, without the frame. */
    private static List<String> lines(String source, Place place) {
        StringBuilder out = new StringBuilder();
        Snippet.append(place, source, Ink.ERROR, Paint.PLAIN, out);
        List<String> lines = out.toString().lines().toList();
        assertThat(lines).hasSize(3);
        int frame = lines.getFirst().length() + 1;
        return lines.stream()
                .skip(1)
                .map(line -> line.substring(Math.min(frame, line.length())))
                .toList();
    }

    private static Place columns(int column, int endColumn) {
        return new Place("f.nix", 1, column, 1, endColumn);
    }

    @Test
    void caretsStandUnderTheColumns() {
        assertThat(lines("a = [ x ];", columns(7, 8))).containsExactly("a = [ x ];", "      ^");
    }

    @Test
    void theFrameIsAsWideAsTheNumberOfTheLine() {
        StringBuilder out = new StringBuilder();
        Snippet.append(new Place("f.nix", 120, 1, 120, 3), "ab", Ink.ERROR, Paint.PLAIN, out);
        assertThat(out).hasToString("    |\n120 | ab\n    | ^^\n");
    }

    @Test
    void aTabTakesFourColumns() {
        assertThat(lines("\tx\ty", columns(4, 5))).containsExactly("    x    y", "         ^");
    }

    @Test
    void aWideCharacterTakesTwoColumnsAndACombiningMarkNone() {
        assertThat(lines("漢字 = e\u0301;", columns(1, 3))).containsExactly("漢字 = e\u0301;", "^^^^");
        assertThat(lines("漢 = e\u0301 x;", columns(8, 9))).containsExactly("漢 = e\u0301 x;", "       ^");
        assertThat(lines("😀 x", columns(3, 4))).containsExactly("😀 x", "   ^");
    }

    @Test
    void aPlaceOfSeveralLinesIsMarkedToTheEndOfItsFirst() {
        assertThat(lines("a = {   ", new Place("f.nix", 1, 5, 4, 2))).containsExactly("a = {", "    ^");
    }

    @Test
    void anEmptyPlaceAndOnePastTheEndGetOneCaret() {
        assertThat(lines("ab", columns(2, 2))).containsExactly("ab", " ^");
        assertThat(lines("ab", columns(3, 3))).containsExactly("ab", "  ^");
        assertThat(lines("ab", columns(9, 12))).containsExactly("ab", "  ^");
        assertThat(lines("", columns(1, 1))).containsExactly("", "^");
    }

    @Test
    void aLongLineIsCutAroundTheCarets() {
        String line = "x".repeat(500) + "HERE" + "y".repeat(500);
        assertThat(lines(line, columns(501, 505)))
                .containsExactly("…" + "x".repeat(30) + "HERE" + "y".repeat(75) + "…", " ".repeat(31) + "^^^^");
        assertThat(lines(line, columns(3, 5))).containsExactly("x".repeat(110) + "…", "  ^^");
        assertThat(lines(line, columns(1, 1005))).containsExactly("x".repeat(110) + "…", "^".repeat(110));
    }

    @Test
    void caretsCoverExactlyTheMarkedText() {
        Gen<String> lines = Gen.nastyStrings(40).map(text -> text.replace("\n", ""));
        Gen<Integer> starts = Gen.ints(0, 39);
        Gen<Integer> lengths = Gen.ints(0, 10);
        record Case(String text, int start, int length) {}
        Gen<Case> cases = choices -> new Case(lines.draw(choices), starts.draw(choices), lengths.draw(choices));
        Property.forAll(cases, drawn -> {
            String text = drawn.text();
            int count = text.codePointCount(0, text.length());
            int from = Math.min(drawn.start(), count);
            int to = Math.min(from + drawn.length(), count);
            String carets = lines(text, columns(from + 1, to + 1)).get(1);
            assertThat(carets.indexOf('^')).isEqualTo(width(text, 0, from));
            assertThat(carets.length() - carets.indexOf('^')).isEqualTo(Math.max(1, width(text, from, to)));
        });
    }

    private static int width(String text, int from, int to) {
        return text.codePoints()
                .skip(from)
                .limit(to - from)
                .map(TerminalText::width)
                .sum();
    }
}
