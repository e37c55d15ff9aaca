package dev.fairlead.fleet.declare;

/**
 * Finds where the token at an offset ends; an identifier or string brings the attribute path with it that it begins
 * ({@code hosts."web 1".tags}). Never goes beyond the line, so that what is underlined fits one.
 */
final class TokenEnd {
    private static final String OPERATORS = "!&|+-*/<>=?@.:";

    private final String text;
    private int at;

    private TokenEnd(String text, int offset) {
        this.text = text;
        this.at = offset;
    }

    /** The offset after the token; at least one more than {@code offset} unless the line ends there. */
    static int after(String text, int offset) {
        TokenEnd token = new TokenEnd(text, offset);
        token.skip();
        return token.at;
    }

    private void skip() {
        char first = peek(0);
        if (isPathStart(first)) {
            skipWhile("/._-+~");
        } else if (first == '"' || isNameStart(first) || (first == '$' && peek(1) == '{')) {
            skipAttributePath();
        } else if (first >= '0' && first <= '9') {
            skipWhile(".");
        } else if (first == '\'' && peek(1) == '\'') {
            at += 2;
        } else if (first == '<' && isNameStart(peek(1))) {
            skipUntil('>');
        } else if (OPERATORS.indexOf(first) >= 0 && first != 0) {
            while (OPERATORS.indexOf(peek(0)) >= 0 && peek(0) != 0) {
                at++;
            }
        } else if (first != 0) {
            skipCharacter();
        }
    }

    /** {@code ./x}, {@code ../x}, {@code /x} or {@code ~/x}. */
    private boolean isPathStart(char first) {
        int slash = first == '.' ? (peek(1) == '.' ? 2 : 1) : first == '~' ? 1 : 0;
        return peek(slash) == '/' && isNameStart(peek(slash + 1));
    }

    private void skipAttributePath() {
        skipComponent();
        while (peek(0) == '.' && (isNameStart(peek(1)) || peek(1) == '"' || (peek(1) == '$' && peek(2) == '{'))) {
            at++;
            skipComponent();
        }
    }

    private void skipComponent() {
        if (peek(0) == '"') {
            skipString();
        } else if (peek(0) == '$') {
            skipUntil('}');
        } else {
            skipWhile("_'-");
        }
    }

    private void skipString() {
        at++;
        while (peek(0) != 0 && peek(0) != '"') {
            at += peek(0) == '\\' && peek(1) != 0 ? 2 : 1;
        }
        if (peek(0) == '"') {
            at++;
        }
    }

    private void skipUntil(char last) {
        while (peek(0) != 0 && peek(0) != last) {
            at++;
        }
        if (peek(0) == last) {
            at++;
        }
    }

    /** Skips letters, digits and some others. */
    private void skipWhile(String others) {
        while (isNameStart(peek(0))
                || (peek(0) >= '0' && peek(0) <= '9')
                || (peek(0) != 0 && others.indexOf(peek(0)) >= 0)) {
            at++;
        }
    }

    /** One character, which may be several bytes. */
    private void skipCharacter() {
        at++;
        while ((peek(0) & 0xC0) == 0x80) {
            at++;
        }
    }

    /** The byte so far ahead, or 0 at the end of the line. */
    private char peek(int ahead) {
        int offset = at + ahead;
        char found = offset < text.length() ? text.charAt(offset) : 0;
        return found == '\n' || found == '\r' ? 0 : found;
    }

    private static boolean isNameStart(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    }
}
