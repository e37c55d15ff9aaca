package dev.fairlead.nix.syntax;

import dev.fairlead.nix.syntax.SyntaxException.Related;
import org.jspecify.annotations.Nullable;

/** Says what is wrong at the cursor, in the words of Nix. */
final class SyntaxErrors {
    private final Source source;
    private final Lexer lexer;

    SyntaxErrors(Source source, Lexer lexer) {
        this.source = source;
        this.lexer = lexer;
    }

    /** Moves past the token under the cursor, which must be {@code token}. */
    void expect(Token token) {
        if (lexer.token() != token) {
            throw unexpected(token);
        }
        lexer.next();
    }

    /** Moves past the token that closes what was opened at {@code open}. */
    void close(Token token, int open) {
        expectClosing(token, open);
        lexer.next();
    }

    /** Checks that the token under the cursor closes what was opened at {@code open}, without reading on. */
    void expectClosing(Token token, int open) {
        if (lexer.token() != token) {
            throw unclosed(open, token);
        }
    }

    /** The token under the cursor is not one of the {@code expected}, with which what was opened at {@code open} could end. */
    SyntaxException unclosed(int open, Token... expected) {
        int size = switch (lexer.at(open)) {
            case '$' -> "${".length();
            case 'l' -> "let".length();
            default -> 1;
        };
        return unexpected(new Related("opened here", open, open + size), expected);
    }

    /** The token under the cursor cannot stand there. */
    SyntaxException unexpected(Token... expected) {
        return unexpected(null, expected);
    }

    private SyntaxException unexpected(@Nullable Related related, Token... expected) {
        StringBuilder message = new StringBuilder("syntax error, unexpected ").append(found());
        for (int i = 0; i < expected.length; i++) {
            message.append(i == 0 ? ", expecting " : " or ").append(expected[i].description());
        }
        int end = lexer.token() == Token.INVALID ? characterEnd() : lexer.end();
        return new SyntaxException(message.toString(), source, lexer.start(), end, related);
    }

    /** The text ends before what was opened at {@code open} is closed. */
    SyntaxException endsInside(String closing, int open, int openSize) {
        return new SyntaxException(
                "syntax error, unexpected end of file, expecting " + closing,
                source,
                lexer.length(),
                lexer.length(),
                new Related("opened here", open, open + openSize));
    }

    SyntaxException at(String message, int start, int end) {
        return new SyntaxException(message, source, start, end);
    }

    SyntaxException at(String message, int start, int end, Related related) {
        return new SyntaxException(message, source, start, end, related);
    }

    /** What relative paths in the source are resolved against. */
    String directory() {
        return source.directory();
    }

    /** {@code FILE:LINE:COLUMN}. */
    String place(int offset) {
        Location place = source.locate(offset);
        return place.file() + ":" + place.line() + ":" + place.column();
    }

    private String found() {
        boolean nul = lexer.token() == Token.INVALID && lexer.at(lexer.start()) == 0;
        return nul ? "null byte" : lexer.token().description();
    }

    /** The end of the UTF-8 sequence that starts under the cursor. */
    private int characterEnd() {
        int end = lexer.start() + 1;
        while ((lexer.at(end) & 0xc0) == 0x80) {
            end++;
        }
        return end;
    }
}
