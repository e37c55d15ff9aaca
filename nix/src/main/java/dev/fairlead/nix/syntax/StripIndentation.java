package dev.fairlead.nix.syntax;

import dev.fairlead.nix.syntax.Expr.StringLiteral;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes the common indentation off the lines of an indented string.
 *
 * <p>The indentation is the least number of spaces that a line starts with. Only spaces count, a tab is content; lines of
 * nothing but spaces do not count; an interpolation or an escape ends the spaces a line starts with.
 */
final class StripIndentation {
    /** More than any line has; without a line that counts, all leading spaces go. */
    private static final int UNLIMITED = 1_000_000;

    private boolean atLineStart = true;
    private int spaces;

    private StripIndentation() {}

    /**
     * A piece of an indented string: an interpolation, or text.
     *
     * @param value the interpolated expression, or null for text
     * @param text the text as it will be, but for its indentation
     * @param indented whether spaces in the text can be indentation; not so in an escape
     */
    record Piece(@Nullable Expr value, String text, boolean indented, int start, int end) {
        static Piece of(Expr value) {
            return new Piece(value, "", false, value.start(), value.end());
        }
    }

    /** The parts of the string: no text among them is empty. */
    static List<Expr> strip(List<Piece> pieces) {
        int indentation = new StripIndentation().indentation(pieces);
        StripIndentation lines = new StripIndentation();
        List<Expr> parts = new ArrayList<>(pieces.size());
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            if (piece.value() != null) {
                lines.atLineStart = false;
                lines.spaces = 0;
                parts.add(piece.value());
                continue;
            }
            String text = lines.strip(piece.text(), indentation);
            if (i == pieces.size() - 1) {
                text = withoutBlankLastLine(text);
            }
            if (!text.isEmpty()) {
                parts.add(new StringLiteral(text, piece.start(), piece.end()));
            }
        }
        return parts;
    }

    private int indentation(List<Piece> pieces) {
        int least = UNLIMITED;
        for (Piece piece : pieces) {
            if (!piece.indented()) {
                if (atLineStart) {
                    atLineStart = false;
                    least = Math.min(least, spaces);
                }
                continue;
            }
            String text = piece.text();
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c == '\n') {
                    atLineStart = true;
                    spaces = 0;
                } else if (atLineStart && c == ' ') {
                    spaces++;
                } else if (atLineStart) {
                    atLineStart = false;
                    least = Math.min(least, spaces);
                }
            }
        }
        return least;
    }

    private String strip(String text, int indentation) {
        StringBuilder stripped = new StringBuilder(text.length());
        int i = 0;
        while (i < text.length()) {
            if (atLineStart) {
                int contentStart = i;
                while (contentStart < text.length() && text.charAt(contentStart) == ' ') {
                    contentStart++;
                }
                int drop = Math.clamp(indentation - spaces, 0, contentStart - i);
                spaces += contentStart - i;
                i += drop;
                if (contentStart == text.length()) {
                    return stripped.append(text, i, contentStart).toString();
                }
            }
            int newline = text.indexOf('\n', i);
            int end = newline < 0 ? text.length() : newline + 1;
            stripped.append(text, i, end);
            atLineStart = newline >= 0;
            spaces = 0;
            i = end;
        }
        return stripped.toString();
    }

    private static String withoutBlankLastLine(String text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == ' ') {
            end--;
        }
        return end > 0 && text.charAt(end - 1) == '\n' ? text.substring(0, end) : text;
    }
}
