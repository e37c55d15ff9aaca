package dev.fairlead.cli.report;

/**
 * What a character looks like on a terminal. Text of a fleet is never sent there as it is: control characters could move
 * the cursor, and marks of direction could show a line other than it is read.
 */
public final class TerminalText {
    private static final String TAB = "    ";

    /** The second control set, line separators, what reorders text, halves of surrogate pairs: first and last of each. */
    private static final int[] DISGUISES = {0x80, 0x9f, 0x2028, 0x202e, 0x2066, 0x2069, 0xd800, 0xdfff};

    /** The blocks that Unicode's East Asian Width calls wide or fullwidth, as far as fonts agree. */
    private static final int[] WIDE = {
        0x1100, 0x115f, 0x2e80, 0x303e, 0x3040, 0xa4cf, 0xac00, 0xd7a3, 0xf900, 0xfaff, 0xfe30, 0xfe6f, 0xff00, 0xff60,
        0xffe0, 0xffe6, 0x1f300, 0x1f64f, 0x1f680, 0x1f6ff, 0x1f900, 0x1faff, 0x20000, 0x3fffd
    };

    private TerminalText() {}

    /** Text with line breaks kept and everything else made visible. */
    public static String visible(String text) {
        if (isPlain(text)) {
            return text;
        }
        StringBuilder shown = new StringBuilder(text.length() + 8);
        text.codePoints().forEach(point -> shown.append(point == '\n' ? "\n" : visible(point)));
        return shown.toString();
    }

    /** One code point as it is shown: a tab as four spaces, a control character as its picture. */
    static String visible(int point) {
        if (point == '\t') {
            return TAB;
        }
        if (point < 0x20) {
            return Character.toString(0x2400 + point);
        }
        if (point == 0x7f) {
            return "\u2421";
        }
        return isWithin(DISGUISES, point) ? "\ufffd" : Character.toString(point);
    }

    /** How many columns {@link #visible(int)} takes: none for a combining mark, two for a wide character. */
    static int width(int point) {
        if (point == '\t') {
            return TAB.length();
        }
        if (point < 0x300 || isWithin(DISGUISES, point)) {
            return 1;
        }
        return switch (Character.getType(point)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
            default -> isWithin(WIDE, point) ? 2 : 1;
        };
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < 0x20 && c != '\n') || c >= 0x7f) {
                return false;
            }
        }
        return true;
    }

    private static boolean isWithin(int[] ranges, int point) {
        for (int i = 0; i < ranges.length && ranges[i] <= point; i += 2) {
            if (point <= ranges[i + 1]) {
                return true;
            }
        }
        return false;
    }
}
