package dev.fairlead.nix.builtin.format;

/**
 * The tokens of a JSON text (a byte string), read one after the other.
 *
 * <p>What is no token has a sentence in the words of nlohmann's JSON library, which Nix prints: what is wrong, and what was
 * read last, which is everything from the last string or number on.
 */
final class JsonScanner {
    /** The kinds of tokens. */
    enum Token {
        TRUE("true literal"),
        FALSE("false literal"),
        NULL("null literal"),
        STRING("string literal"),
        NUMBER("number literal"),
        LIST_OPEN("'['"),
        LIST_CLOSE("']'"),
        OBJECT_OPEN("'{'"),
        OBJECT_CLOSE("'}'"),
        COLON("':'"),
        COMMA("','"),
        END("end of input"),
        /** What is no token: {@link #found} says why. */
        MALFORMED("<parse error>");

        private final String description;

        Token(String description) {
            this.description = description;
        }

        /** How messages call it. */
        String description() {
            return description;
        }
    }

    private static final int END_OF_TEXT = -1;

    /** What the control characters are called, in their order. */
    private static final String[] CONTROLS = {
        "NUL", "SOH", "STX", "ETX", "EOT", "ENQ", "ACK", "BEL", "BS", "HT", "LF", "VT", "FF", "CR", "SO", "SI", "DLE",
        "DC1", "DC2", "DC3", "DC4", "NAK", "SYN", "ETB", "CAN", "EM", "SUB", "ESC", "FS", "GS", "RS", "US"
    };

    private final String text;
    private int at;

    /** Whether the end of the text was read: it counts as a column. */
    private boolean pastEnd;

    /** Where the last string or number begins, or the text. */
    private int recent;

    private Token token = Token.END;
    private String problem = "";
    private String string = "";

    JsonScanner(String text) {
        this.text = text;
    }

    /** Reads the next token. */
    Token next() {
        token = at == 0 && text.startsWith("\u00EF") ? afterByteOrderMark() : scan();
        return token;
    }

    /** What the string that was read last holds. */
    String string() {
        return string;
    }

    /** The digits and signs of the number that was read last. */
    String number() {
        return text.substring(recent, at);
    }

    /** The token that was read last, as a part of a sentence. */
    String found() {
        return token == Token.MALFORMED
                ? problem + "; last read: '" + lastRead() + "'"
                : "unexpected " + token.description();
    }

    /** How far the text was read. */
    String position() {
        int line = 1;
        int lineStart = 0;
        for (int i = text.indexOf('\n'); i >= 0 && i < at; i = text.indexOf('\n', i + 1)) {
            line++;
            lineStart = i + 1;
        }
        // As in that library: where a line break ends a number, giving it back loses the column.
        boolean lost = token == Token.NUMBER && text.startsWith("\n", at);
        return "line " + line + ", column " + (lost ? 0 : at - lineStart + (pastEnd ? 1 : 0));
    }

    private String lastRead() {
        StringBuilder out = new StringBuilder();
        for (int i = recent; i < at; i++) {
            char c = text.charAt(i);
            if (c < 0x20) {
                out.append("<U+").append(codePoint(c)).append('>');
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    private static String codePoint(int c) {
        return String.format("%04X", c);
    }

    /** The next byte, which counts as read. */
    private int read() {
        if (at == text.length()) {
            pastEnd = true;
            return END_OF_TEXT;
        }
        return text.charAt(at++);
    }

    /** Gives back the byte that was read last. */
    private void unread(int b) {
        if (b == END_OF_TEXT) {
            pastEnd = false;
        } else {
            at--;
        }
    }

    private Token malformed(String reason) {
        problem = reason;
        return Token.MALFORMED;
    }

    private Token afterByteOrderMark() {
        return read() == 0xEF && read() == 0xBB && read() == 0xBF
                ? scan()
                : malformed("invalid BOM; must be 0xEF 0xBB 0xBF if given");
    }

    private Token scan() {
        int b = read();
        while (b == ' ' || b == '\n' || b == '\t' || b == '\r') {
            b = read();
        }
        return switch (b) {
            case '[' -> Token.LIST_OPEN;
            case ']' -> Token.LIST_CLOSE;
            case '{' -> Token.OBJECT_OPEN;
            case '}' -> Token.OBJECT_CLOSE;
            case ':' -> Token.COLON;
            case ',' -> Token.COMMA;
            case 't' -> literal("rue", Token.TRUE);
            case 'f' -> literal("alse", Token.FALSE);
            case 'n' -> literal("ull", Token.NULL);
            case '"' -> string(at);
            case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number(b);
            case END_OF_TEXT -> Token.END;
            default -> malformed("invalid literal");
        };
    }

    private Token literal(String rest, Token literal) {
        for (int i = 0; i < rest.length(); i++) {
            if (read() != rest.charAt(i)) {
                return malformed("invalid literal");
            }
        }
        return literal;
    }

    private Token number(int first) {
        recent = at - 1;
        int b = first;
        if (b == '-') {
            b = read();
            if (!isDigit(b)) {
                return malformed("invalid number; expected digit after '-'");
            }
        }
        b = b == '0' ? read() : afterDigits();
        if (b == '.') {
            if (!isDigit(read())) {
                return malformed("invalid number; expected digit after '.'");
            }
            b = afterDigits();
        }
        if (b == 'e' || b == 'E') {
            b = read();
            boolean signed = b == '+' || b == '-';
            if (!isDigit(signed ? read() : b)) {
                return malformed(
                        signed
                                ? "invalid number; expected digit after exponent sign"
                                : "invalid number; expected '+', '-', or digit after exponent");
            }
            b = afterDigits();
        }
        unread(b);
        return Token.NUMBER;
    }

    private int afterDigits() {
        int b = read();
        while (isDigit(b)) {
            b = read();
        }
        return b;
    }

    /** A string whose first byte, behind the quote, is at {@code start}. Most have no escapes, and are a part of the text. */
    private Token string(int start) {
        recent = start - 1;
        StringBuilder escaped = null;
        int copied = start;
        while (true) {
            int b = read();
            if (b == '"') {
                String last = text.substring(copied, at - 1);
                string = escaped == null ? last : escaped.append(last).toString();
                return Token.STRING;
            }
            if (b == '\\') {
                if (escaped == null) {
                    escaped = new StringBuilder();
                }
                escaped.append(text, copied, at - 1);
                String wrong = escape(escaped);
                if (!wrong.isEmpty()) {
                    return malformed(wrong);
                }
                copied = at;
            } else if (b < 0x20) {
                return malformed(b == END_OF_TEXT ? "invalid string: missing closing quote" : control(b));
            } else if (b >= 0x80 && !continues(b)) {
                return malformed("invalid string: ill-formed UTF-8 byte");
            }
        }
    }

    private static String control(int b) {
        int letter = "\b\t\n\f\r".indexOf(b);
        return "invalid string: control character U+" + codePoint(b) + " (" + CONTROLS[b] + ") must be escaped to \\u"
                + codePoint(b) + (letter < 0 ? "" : " or \\" + "btnfr".charAt(letter));
    }

    /** Reads the rest of a character in UTF-8; false at the first byte that cannot be part of it. */
    private boolean continues(int first) {
        int more = first < 0xC2 || first > 0xF4 ? 0 : first < 0xE0 ? 1 : first < 0xF0 ? 2 : 3;
        // Neither longer than need be, nor a surrogate, nor beyond the last character of Unicode
        int low = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
        int high = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
        for (int i = 0; i < more; i++) {
            int b = read();
            if (b < low || b > high) {
                return false;
            }
            low = 0x80;
            high = 0xBF;
        }
        return more > 0;
    }

    /** Appends what an escape means; says what is wrong with it, if anything is. */
    private String escape(StringBuilder out) {
        int kind = read();
        if (kind == 'u') {
            return unicode(out);
        }
        int plain = "\"\\/bfnrt".indexOf(kind);
        if (plain < 0) {
            return "invalid string: forbidden character after backslash";
        }
        out.append("\"\\/\b\f\n\r\t".charAt(plain));
        return "";
    }

    private String unicode(StringBuilder out) {
        int unit = hexadecimal();
        if (unit < 0) {
            return "invalid string: '\\u' must be followed by 4 hex digits";
        }
        if (Character.isLowSurrogate((char) unit)) {
            return "invalid string: surrogate U+DC00..U+DFFF must follow U+D800..U+DBFF";
        }
        if (!Character.isHighSurrogate((char) unit)) {
            Cursor.appendCodePoint(out, unit);
            return "";
        }
        boolean pair = read() == '\\' && read() == 'u';
        int low = pair ? hexadecimal() : 0;
        if (low < 0) {
            return "invalid string: '\\u' must be followed by 4 hex digits";
        }
        if (!Character.isLowSurrogate((char) low)) {
            return "invalid string: surrogate U+D800..U+DBFF must be followed by U+DC00..U+DFFF";
        }
        Cursor.appendCodePoint(out, Character.toCodePoint((char) unit, (char) low));
        return "";
    }

    /** The number that four hexadecimal digits write, or −1. */
    private int hexadecimal() {
        int value = 0;
        for (int i = 0; i < 4; i++) {
            int digit = Character.digit(read(), 16);
            if (digit < 0) {
                return -1;
            }
            value = value << 4 | digit;
        }
        return value;
    }

    private static boolean isDigit(int b) {
        return b >= '0' && b <= '9';
    }
}
