package dev.fairlead.nix.syntax;

import org.jspecify.annotations.Nullable;

/**
 * A cursor over the tokens of a source.
 *
 * <p>Tokens are read on demand and only one is held, so that the parser decides what the bytes after a token are: after
 * {@code "} it reads string text by itself and then puts the cursor where the string ends ({@link #resumeAt}). There is
 * therefore no stack of modes; the parser's own calls are the stack.
 *
 * <p>As in Nix, the longest token wins: {@code a/b} is a path and {@code x:x} a URI, but {@code x: x} is a function.
 */
final class Lexer {
    private final Source source;
    private final String text;
    /** The text, followed by zeroes, so that looking a few bytes ahead needs no check. */
    private final byte[] bytes;

    private final int length;
    private final boolean pipes;
    private final Names names = new Names();

    private Token token = Token.END;
    private int start;
    private int end;
    private int previousEnd;
    private int docStart = -1;
    private int docEnd;

    /** The end of the run of path characters that was looked at last; a word inside it need not look again. */
    private int pathRunEnd;

    private int pathRunStart;
    private String word = "";

    /** Of the word whose end was looked for last. */
    private int hash;

    /** @param pipes whether {@code |>} and <code>&lt;|</code> are tokens that may be used */
    Lexer(Source source, boolean pipes) {
        this.source = source;
        this.pipes = pipes;
        this.text = source.text();
        this.length = text.length();
        this.bytes = Bytes.toArray(text.concat("\0\0\0"));
        next();
    }

    /** The kind of the token under the cursor. */
    Token token() {
        return token;
    }

    int start() {
        return start;
    }

    int end() {
        return end;
    }

    /** Where the token before the one under the cursor ends. */
    int previousEnd() {
        return previousEnd;
    }

    String text() {
        return text;
    }

    int length() {
        return length;
    }

    /** The byte at an offset; 0 from the end of the text on, for at least three bytes. */
    byte at(int offset) {
        return bytes[offset];
    }

    /** The identifier, or {@code or}, under the cursor. */
    String word() {
        return word;
    }

    /** The text of the documentation comment right before the token, without its delimiters, or null. */
    @Nullable
    String doc() {
        return docStart < 0 ? null : text.substring(docStart + 3, docEnd - 2);
    }

    /** Moves to the token after {@code offset}, where the parser has stopped reading by itself. */
    void resumeAt(int offset) {
        end = offset;
        next();
    }

    /** The first byte after the token that is neither space nor comment. */
    byte peek() {
        return bytes[peekBlanks(end)];
    }

    /**
     * Whether the <code>{</code> under the cursor opens the formals of a function rather than a set: decided by one name
     * and the byte after it, or by the byte after an empty pair of braces.
     */
    boolean opensFormals() {
        int at = peekBlanks(end);
        byte first = bytes[at];
        if (first == '}') {
            byte next = bytes[peekBlanks(at + 1)];
            return next == ':' || next == '@';
        }
        if (first == '.') {
            return bytes[at + 1] == '.' && bytes[at + 2] == '.';
        }
        if (!Characters.startsIdentifier(first)) {
            return false;
        }
        int wordEnd = identifierEnd(at);
        byte next = bytes[peekBlanks(wordEnd)];
        return (next == ',' || next == '?' || next == '}')
                && names.get(text, hash, at, wordEnd).token() == Token.IDENTIFIER;
    }

    /** Moves to the next token. */
    void next() {
        previousEnd = end;
        docStart = -1;
        start = skipBlanks(end);
        token = read();
    }

    private Token read() {
        byte b = bytes[start];
        if (Characters.startsIdentifier(b)) {
            return word(start);
        }
        if (Characters.isDigit(b)) {
            return number();
        }
        return switch (b) {
            case '.' -> dot();
            case '-' -> startsPath(pathRunEnd(start)) ? path() : followed('>', Token.IMPLIES, Token.MINUS);
            case '+' -> startsPath(pathRunEnd(start)) ? path() : followed('+', Token.CONCAT, Token.PLUS);
            case '/' -> startsPath(start) ? path() : followed('/', Token.UPDATE, Token.DIVIDE);
            case '~' -> home();
            case '<' -> less();
            case '>' -> followed('=', Token.GREATER_EQUAL, Token.GREATER);
            case '=' -> followed('=', Token.EQUAL, Token.ASSIGN);
            case '!' -> followed('=', Token.NOT_EQUAL, Token.NOT);
            case '&' -> followed('&', Token.AND, Token.INVALID);
            case '|' -> bytes[start + 1] == '>' ? pipe(Token.PIPE_INTO) : followed('|', Token.OR, Token.INVALID);
            case '$' -> followed('{', Token.DOLLAR_BRACE, Token.INVALID);
            case '\'' -> indentedOpen();
            case '*' -> take(Token.TIMES, 1);
            case '?' -> take(Token.QUESTION, 1);
            case ':' -> take(Token.COLON, 1);
            case '@' -> take(Token.AT, 1);
            case ';' -> take(Token.SEMICOLON, 1);
            case '"' -> take(Token.QUOTE, 1);
            case '(' -> take(Token.PAREN_OPEN, 1);
            case ')' -> take(Token.PAREN_CLOSE, 1);
            case '{' -> take(Token.BRACE_OPEN, 1);
            case '}' -> take(Token.BRACE_CLOSE, 1);
            case '[' -> take(Token.BRACKET_OPEN, 1);
            case ']' -> take(Token.BRACKET_CLOSE, 1);
            case ',' -> take(Token.COMMA, 1);
            default -> start >= length ? take(Token.END, 0) : take(Token.INVALID, 1);
        };
    }

    private Token take(Token kind, int size) {
        end = start + size;
        return kind;
    }

    /** As in Nix, it is the token that is refused, even where it could not stand. */
    private Token pipe(Token kind) {
        if (!pipes) {
            throw new SyntaxException(ExperimentalFeature.PIPE_OPERATORS.disabled(), source, start, start + 2);
        }
        return take(kind, 2);
    }

    private Token followed(char second, Token both, Token alone) {
        return bytes[start + 1] == second ? take(both, 2) : take(alone, 1);
    }

    private Token word(int from) {
        int wordEnd = identifierEnd(from);
        byte stop = bytes[wordEnd];
        if (stop == ':' || stop == '/' || stop == '.' || stop == '+') {
            int runEnd = pathRunEnd(from);
            if (startsPath(runEnd)) {
                return path();
            }
            if (bytes[runEnd] == ':' && Characters.isUri(bytes[runEnd + 1]) && isScheme(from, runEnd)) {
                return uri(runEnd + 1);
            }
        }
        end = wordEnd;
        Names.Name name = names.get(text, hash, from, wordEnd);
        word = name.word();
        return name.token();
    }

    private Token number() {
        int runEnd = pathRunEnd(start);
        if (startsPath(runEnd)) {
            return path();
        }
        end = digitsEnd(start);
        // A leading zero is only part of a float as in 0.5; both 00.5 and 0. begin with an integer.
        boolean one = bytes[start] != '0';
        boolean zero = !one && end == start + 1 && Characters.isDigit(bytes[end + 1]);
        if (bytes[end] == '.' && (one || zero)) {
            end = exponentEnd(digitsEnd(end + 1));
            return Token.FLOAT;
        }
        return Token.INTEGER;
    }

    private Token dot() {
        int runEnd = pathRunEnd(start);
        if (startsPath(runEnd)) {
            return path();
        }
        if (bytes[start + 1] == '.' && bytes[start + 2] == '.') {
            return take(Token.ELLIPSIS, 3);
        }
        if (Characters.isDigit(bytes[start + 1])) {
            end = exponentEnd(digitsEnd(start + 1));
            return Token.FLOAT;
        }
        return take(Token.DOT, 1);
    }

    private Token home() {
        if (startsPath(start + 1)) {
            end = segmentsEnd(start + 1);
            return Token.HOME_PATH;
        }
        return take(Token.INVALID, 1);
    }

    private Token less() {
        int at = pathRunEnd(start + 1);
        if (at > start + 1) {
            while (bytes[at] == '/' && Characters.isPath(bytes[at + 1])) {
                at = pathRunEnd(at + 1);
            }
            if (bytes[at] == '>') {
                end = at + 1;
                return Token.SEARCH_PATH;
            }
        }
        return bytes[start + 1] == '|' ? pipe(Token.PIPE_FROM) : followed('=', Token.LESS_EQUAL, Token.LESS);
    }

    private Token indentedOpen() {
        if (bytes[start + 1] != '\'') {
            return take(Token.INVALID, 1);
        }
        int at = start + 2;
        while (bytes[at] == ' ') {
            at++;
        }
        end = bytes[at] == '\n' ? at + 1 : start + 2;
        return Token.INDENTED_OPEN;
    }

    /** Whether the run of path characters that ends here is the first segment of a path. */
    private boolean startsPath(int runEnd) {
        return bytes[runEnd] == '/'
                && (Characters.isPath(bytes[runEnd + 1]) || (bytes[runEnd + 1] == '$' && bytes[runEnd + 2] == '{'));
    }

    private Token path() {
        end = segmentsEnd(pathRunEnd(start));
        return Token.PATH;
    }

    /** The end of {@code /a/b/c} and a slash after it. */
    int segmentsEnd(int from) {
        int at = from;
        while (bytes[at] == '/') {
            int segmentEnd = pathRunEnd(at + 1);
            if (segmentEnd == at + 1) {
                return at + 1;
            }
            at = segmentEnd;
        }
        return at;
    }

    private Token uri(int from) {
        int at = from;
        while (Characters.isUri(bytes[at])) {
            at++;
        }
        end = at;
        return Token.URI;
    }

    private boolean isScheme(int from, int to) {
        for (int i = from; i < to; i++) {
            if (!Characters.isScheme(bytes[i])) {
                return false;
            }
        }
        return true;
    }

    /** Where a word ends; leaves its hash in {@link #hash}. */
    private int identifierEnd(int from) {
        int at = from;
        int sum = 0;
        for (byte b = bytes[at]; Characters.continuesIdentifier(b); b = bytes[++at]) {
            sum = Names.hash(sum, b);
        }
        hash = sum;
        return at;
    }

    private int digitsEnd(int from) {
        int at = from;
        while (Characters.isDigit(bytes[at])) {
            at++;
        }
        return at;
    }

    private int exponentEnd(int from) {
        if (bytes[from] != 'e' && bytes[from] != 'E') {
            return from;
        }
        int sign = bytes[from + 1] == '+' || bytes[from + 1] == '-' ? 1 : 0;
        return Characters.isDigit(bytes[from + 1 + sign]) ? digitsEnd(from + 1 + sign) : from;
    }

    /** The end of the path characters from {@code from} on. Linear over a whole source, however often words ask. */
    int pathRunEnd(int from) {
        if (from >= pathRunEnd || from < pathRunStart) {
            int at = from;
            while (Characters.isPath(bytes[at])) {
                at++;
            }
            pathRunStart = from;
            pathRunEnd = at;
        }
        return pathRunEnd;
    }

    private int skipBlanks(int from) {
        int at = from;
        while (true) {
            switch (bytes[at]) {
                case ' ', '\n', '\t', '\r' -> at++;
                case '#' -> at = lineEnd(at);
                case '/' -> {
                    if (bytes[at + 1] != '*') {
                        return at;
                    }
                    at = commentEnd(at);
                }
                default -> {
                    return at;
                }
            }
        }
    }

    /** As {@link #skipBlanks}, but leaves the documentation of the token under the cursor alone. */
    private int peekBlanks(int from) {
        int savedStart = docStart;
        int savedEnd = docEnd;
        int at = skipBlanks(from);
        docStart = savedStart;
        docEnd = savedEnd;
        return at;
    }

    private int lineEnd(int from) {
        int at = from;
        while (bytes[at] != '\n' && bytes[at] != '\r' && at < length) {
            at++;
        }
        return at;
    }

    private int commentEnd(int from) {
        int close = text.indexOf("*/", from + 2);
        if (close < 0) {
            throw new SyntaxException("syntax error, comment is not closed", source, from, from + 2);
        }
        boolean documents = bytes[from + 2] == '*' && bytes[from + 3] != '*' && bytes[from + 3] != '/';
        if (documents) {
            docStart = from;
            docEnd = close + 2;
        }
        return close + 2;
    }
}
