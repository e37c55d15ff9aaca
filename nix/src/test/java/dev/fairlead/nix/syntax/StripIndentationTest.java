package dev.fairlead.nix.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.nix.syntax.StripIndentation.Piece;
import dev.fairlead.testing.Gen;
import dev.fairlead.testing.Property;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StripIndentationTest {
    private static final Expr X = new Expr.Var("x", 0, 1);

    /** {@code \n} and {@code \t} stand for themselves, so that a case is one line. */
    private static String string(String text) {
        return Syntax.reprint("''" + text.replace("\\n", "\n").replace("\\t", "\t") + "''");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', ignoreLeadingAndTrailingWhitespace = false, textBlock = """
            \\n  a\\n  b\\n|"a\\nb\\n"
            \\n  a\\n    b\\n|"a\\n  b\\n"
            \\n    a\\n  b\\n|"  a\\nb\\n"
              \\n  a\\n  |"a\\n"
            a\\n  b|"a\\n  b"
              a\\n  b|"a\\nb"
            \\n  a\\n\\n  b|"a\\n\\nb"
            \\n  a\\n \\n  b|"a\\n\\nb"
            \\n  a\\n   \\n  b|"a\\n \\nb"
            \\n\\ta\\n\\tb|"\\ta\\n\\tb"
            \\n  \\ta\\n  b|"\\ta\\nb"
            \\n  ${x}\\n  b|(x + "\\nb")
            \\n  a${x}\\n    b\\n  |("a" + x + "\\n  b\\n")
            \\n  ''$a\\n    b|("$" + "a\\n  b")
            ${x}\\n  a|(x + "\\n  a")
              \\n  |""
            \\n  \\n  \\n|"\\n\\n"
            """)
    void linesLoseTheLeastIndentation(String text, String expected) {
        assertThat(string(text)).isEqualTo(expected);
    }

    @Test
    void aBlankLastLineGoesOnlyIfItIsText() {
        assertThat(string("\n  a\n  ${x}")).isEqualTo("(\"a\\n\" + x)");
        assertThat(string("   ")).isEqualTo("\"\"");
        assertThat(string("\n  a${x}  ")).isEqualTo("(\"a\" + x + \"  \")");
    }

    /** Each byte of text with the column it stands in, in the way the manual describes: slow and without state to carry. */
    @Test
    void strippingIsWhatALineByLineReadingGives() {
        Gen<Piece> text = Gen.strings(" \na", 6).map(t -> new Piece(null, t, true, 0, 0));
        Gen<Piece> escape = Gen.elements("$", "''", "\n", " ").map(t -> new Piece(null, t, false, 0, 0));
        Gen<Piece> piece = Gen.oneOf(text, Gen.constant(Piece.of(X)), escape);
        Property.tries(3000)
                .check(
                        piece.list(6),
                        pieces -> assertThat(joined(StripIndentation.strip(pieces)))
                                .isEqualTo(slowly(pieces)));
    }

    private static List<String> joined(List<Expr> parts) {
        return parts.stream()
                .map(part -> part instanceof Expr.StringLiteral text ? text.value() : "${x}")
                .toList();
    }

    private static List<String> slowly(List<Piece> pieces) {
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            int size = piece.indented() ? piece.text().length() : 1;
            for (int j = 0; j < size; j++) {
                boolean blank = piece.indented() && " \n".indexOf(piece.text().charAt(j)) >= 0;
                int spaces = blank ? -1 : spacesBefore(pieces, i, j, false);
                least = spaces < 0 ? least : Math.min(least, spaces);
            }
        }
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            if (piece.value() != null) {
                parts.add("${x}");
                continue;
            }
            StringBuilder kept = new StringBuilder();
            for (int j = 0; j < piece.text().length(); j++) {
                char c = piece.text().charAt(j);
                int spaces = c == ' ' ? spacesBefore(pieces, i, j, true) : -1;
                if (spaces < 0 || spaces >= least) {
                    kept.append(c);
                }
            }
            String text = kept.toString();
            if (i == pieces.size() - 1) {
                text = text.replaceFirst("(?s)\\n *\\z", "\n");
            }
            if (!text.isEmpty()) {
                parts.add(text);
            }
        }
        return parts;
    }

    /** The number of spaces before a byte if there is nothing else before it on its line, or −1. */
    private static int spacesBefore(List<Piece> pieces, int piece, int offset, boolean escapesAreText) {
        int spaces = 0;
        int j = offset;
        for (int i = piece; i >= 0; i--) {
            Piece current = pieces.get(i);
            if (i < piece) {
                j = current.text().length();
                if (current.value() != null || (!current.indented() && !escapesAreText)) {
                    return -1;
                }
            }
            while (--j >= 0) {
                switch (current.text().charAt(j)) {
                    case ' ' -> spaces++;
                    case '\n' -> {
                        return spaces;
                    }
                    default -> {
                        return -1;
                    }
                }
            }
        }
        return spaces;
    }
}
