package dev.fairlead.nix.builtin.format;

/** Reads the four kinds of TOML strings. */
final class TomlStrings {
    private final Cursor in;

    TomlStrings(Cursor in) {
        this.in = in;
    }

    /** A string of any kind, which must be next. */
    String any() {
        if (in.skip("\"\"\"")) {
            return multiLine('"');
        }
        if (in.skip("'''")) {
            return multiLine('\'');
        }
        return singleLine();
    }

    /** A string between single quotes or apostrophes, which must be next. */
    String singleLine() {
        int quote = in.peek();
        in.skip(1);
        StringBuilder out = new StringBuilder();
        while (in.peek() != quote) {
            if (quote == '"' && in.skip("\\")) {
                escape(out);
            } else {
                plain(out);
            }
        }
        in.skip(1);
        return out.toString();
    }

    private String multiLine(char quote) {
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
                return out.toString();
            }
            if (quotes > 0) {
                continue;
            }
            if (in.skip("\n")) {
                out.append('\n');
            } else if (in.skip("\r\n")) {
                out.append("\r\n");
            } else if (quote == '"' && in.skip("\\")) {
                if (!continuesOnNextLine()) {
                    escape(out);
                }
            } else {
                plain(out);
            }
        }
    }

    /** A backslash at the end of a line swallows all space up to what comes next. */
    private boolean continuesOnNextLine() {
        int ahead = 0;
        while (in.peek(ahead) == ' ' || in.peek(ahead) == '\t') {
            ahead++;
        }
        if (in.peek(ahead) != '\n' && !(in.peek(ahead) == '\r' && in.peek(ahead + 1) == '\n')) {
            return false;
        }
        in.skip(ahead);
        while (in.peek() == ' ' || in.peek() == '\t' || in.peek() == '\n' || in.peek() == '\r') {
            in.skip(1);
        }
        return true;
    }

    private void plain(StringBuilder out) {
        int next = in.peek();
        if (next < 0) {
            throw in.fail("the string does not end");
        }
        if ((next < 0x20 && next != '\t') || next == 0x7F) {
            throw in.fail("a string must not hold " + in.found());
        }
        out.append((char) next);
        in.skip(1);
    }

    private void escape(StringBuilder out) {
        int plain = "btnfr\"\\".indexOf(in.peek());
        if (plain >= 0) {
            out.append("\b\t\n\f\r\"\\".charAt(plain));
            in.skip(1);
        } else if (in.skip("u")) {
            codePoint(out, 4);
        } else if (in.skip("U")) {
            codePoint(out, 8);
        } else {
            throw in.fail("unknown escape: '\\' before " + in.found());
        }
    }

    private void codePoint(StringBuilder out, int digits) {
        int codePoint = in.hexadecimal(digits);
        if (!Character.isValidCodePoint(codePoint)
                || (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE)) {
            throw in.fail("the escape is not a character of Unicode");
        }
        Cursor.appendCodePoint(out, codePoint);
    }
}
