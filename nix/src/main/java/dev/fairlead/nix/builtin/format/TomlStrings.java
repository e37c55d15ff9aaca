package dev.fairlead.nix.builtin.format;

import org.jspecify.annotations.Nullable;

/** Reads the four kinds of TOML strings. */
final class TomlStrings {
    private final Cursor in;

    /** The first escape that is well-formed and no character. As in Nix, it is told when the string has an end. */
    private @Nullable FormatException noCharacter;

    TomlStrings(Cursor in) {
        this.in = in;
    }

    /** A string of any kind, which must be next. */
    String any() {
        int start = in.offset();
        if (in.skip("\"\"\"")) {
            return multiLine('"', start);
        }
        if (in.skip("'''")) {
            return multiLine('\'', start);
        }
        return singleLine();
    }

    /** A string between single quotes or apostrophes, which must be next. */
    String singleLine() {
        int start = in.offset();
        int quote = in.peek();
        in.skip(1);
        StringBuilder out = new StringBuilder();
        while (in.peek() != quote) {
            boolean escaped = quote == '"' && in.peek() == '\\';
            boolean read = escaped ? escape(out) : plain(out);
            if (!read) {
                throw malformed(quote == '"' ? "basic" : "literal", start);
            }
        }
        in.skip(1);
        return finished(out);
    }

    private String multiLine(char quote, int start) {
        if (!in.skip("\n")) {
            in.skip("\r\n");
        }
        StringBuilder out = new StringBuilder();
        while (true) {
            int quotes = 0;
            while (quotes < 5 && in.peek() == quote) {
                in.skip(1);
                quotes++;
            }
            // Three close the string; one or two before them belong to it.
            out.repeat(quote, quotes >= 3 ? quotes - 3 : quotes);
            if (quotes >= 3) {
                return finished(out);
            }
            if (quotes > 0) {
                continue;
            }
            if (in.skip("\n")) {
                out.append('\n');
            } else if (in.skip("\r\n")) {
                out.append("\r\n");
            } else if (quote == '"' && in.peek() == '\\') {
                if (!continuesOnNextLine() && !escape(out)) {
                    throw malformed("ml_basic", start);
                }
            } else if (!plain(out)) {
                throw malformed(quote == '"' ? "ml_basic" : "ml_literal", start);
            }
        }
    }

    /** A backslash at the end of a line swallows all space up to what comes next. */
    private boolean continuesOnNextLine() {
        int ahead = 1;
        while (in.peek(ahead) == ' ' || in.peek(ahead) == '\t') {
            ahead++;
        }
        if (in.peek(ahead) != '\n' && !(in.peek(ahead) == '\r' && in.peek(ahead + 1) == '\n')) {
            return false;
        }
        in.skip(ahead);
        while (in.skip(" ") || in.skip("\t") || in.skip("\n") || in.skip("\r\n")) {
            // All of it
        }
        return true;
    }

    /** Appends a character that stands for itself; false if there is none. */
    private boolean plain(StringBuilder out) {
        int next = in.peek();
        int size = next >= 0x80 ? in.encoded() : (next >= 0x20 && next != 0x7F) || next == '\t' ? 1 : 0;
        int start = in.offset();
        in.skip(size);
        out.append(in.since(start));
        return size > 0;
    }

    /** Appends what an escape means; false if there is no such escape. */
    private boolean escape(StringBuilder out) {
        in.skip(1);
        int kind = in.peek();
        in.skip(1);
        int plain = "btnfr\"\\".indexOf(kind);
        if (plain >= 0) {
            out.append("\b\t\n\f\r\"\\".charAt(plain));
            return true;
        }
        return (kind == 'u' && codePoint(out, 4)) || (kind == 'U' && codePoint(out, 8));
    }

    private boolean codePoint(StringBuilder out, int digits) {
        int start = in.offset();
        long codePoint = 0;
        for (int i = 0; i < digits; i++) {
            int digit = Character.digit(in.peek(), 16);
            if (digit < 0) {
                return false;
            }
            codePoint = codePoint << 4 | digit;
            in.skip(1);
        }
        if (codePoint > Character.MAX_CODE_POINT) {
            noCharacter("input codepoint is too large.", start);
        } else if (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE) {
            noCharacter("[0xD800, 0xDFFF] is not a valid UTF-8", start);
        } else {
            Cursor.appendCodePoint(out, (int) codePoint);
        }
        return true;
    }

    private void noCharacter(String reason, int start) {
        if (noCharacter == null) {
            noCharacter = in.fail("toml::parse_utf8_codepoint: " + reason, start);
        }
    }

    private String finished(StringBuilder out) {
        if (noCharacter != null) {
            throw noCharacter;
        }
        return out.toString();
    }

    private FormatException malformed(String kind, int start) {
        return in.fail("toml::parse_" + kind + "_string: invalid string format", start);
    }
}
