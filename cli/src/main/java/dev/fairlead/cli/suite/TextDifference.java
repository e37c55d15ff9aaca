package dev.fairlead.cli.suite;

import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.value.Literals;

/** Where two texts differ: long ones are not quoted, but the line, or the part of it, that comes first. */
final class TextDifference {
    /** Texts up to this length are quoted whole. */
    private static final int SHORT = 80;

    /** How much is quoted before the first byte that differs. */
    private static final int BEFORE = 20;

    private TextDifference() {}

    /** The difference of two texts (byte strings) that are not equal. */
    static ValueDifference between(String path, String found, String expected) {
        int line = 1;
        int start = 0;
        int common = 0;
        while (common < Math.min(found.length(), expected.length())
                && found.charAt(common) == expected.charAt(common)) {
            if (found.charAt(common) == '\n') {
                line++;
                start = common + 1;
            }
            common++;
        }
        boolean lines = found.indexOf('\n') >= 0 || expected.indexOf('\n') >= 0;
        String where = Bytes.decode(path);
        if (!lines && found.length() <= SHORT && expected.length() <= SHORT) {
            return new ValueDifference(where, quoted(found, 0, found.length()), quoted(expected, 0, expected.length()));
        }
        String place = lines ? (where.isEmpty() ? "" : where + ", ") + "line " + line : where;
        int from = common - start <= SHORT / 2 ? start : characterStart(found, common - BEFORE);
        return new ValueDifference(place, line(found, from), line(expected, from));
    }

    /** The part of a line that begins at {@code from}. */
    private static String line(String text, int from) {
        int end = text.indexOf('\n', from);
        int whole = end < 0 ? text.length() : end + 1;
        return quoted(text, from, whole - from <= SHORT ? whole : characterStart(text, from + SHORT));
    }

    /** Part of a text as a string literal, with an ellipsis where it goes on in the same line. */
    private static String quoted(String text, int from, int to) {
        StringBuilder quoted = new StringBuilder();
        Literals.appendString(quoted, text.substring(from, to));
        boolean before = from > 0 && text.charAt(from - 1) != '\n';
        boolean after = to < text.length() && (to == from || text.charAt(to - 1) != '\n');
        return (before ? "…" : "") + Bytes.decode(quoted.toString()) + (after ? "…" : "");
    }

    /** The offset, or the one before it at which a character of UTF-8 begins. */
    private static int characterStart(String text, int offset) {
        int start = offset;
        while (start > 0 && (text.charAt(start) & 0xc0) == 0x80) {
            start--;
        }
        return start;
    }
}
