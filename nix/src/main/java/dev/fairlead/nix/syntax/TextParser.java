package dev.fairlead.nix.syntax;

import dev.fairlead.nix.syntax.Expr.StringLiteral;
import dev.fairlead.nix.syntax.StripIndentation.Piece;
import java.util.ArrayList;
import java.util.List;

/**
 * Parses what is made of text and interpolations: strings, indented strings and paths. Each method starts on the token
 * that opens one, reads the text by itself, and leaves the cursor on the token after it.
 */
final class TextParser {
    private final Lexer lexer;
    private final SyntaxErrors errors;
    private final ExpressionParser expressions;

    TextParser(Lexer lexer, SyntaxErrors errors, ExpressionParser expressions) {
        this.lexer = lexer;
        this.errors = errors;
        this.expressions = expressions;
    }

    /** {@code "..."}. */
    Expr string() {
        int start = lexer.start();
        int at = lexer.end();
        List<Expr> parts = null;
        while (true) {
            int chunkStart = at;
            at = chunkEnd(at, start);
            boolean closes = lexer.at(at) == '"';
            if (closes && parts == null) {
                String value = chunk(chunkStart, at);
                lexer.resumeAt(at + 1);
                return new StringLiteral(value, start, at + 1);
            }
            if (parts == null) {
                parts = new ArrayList<>();
            }
            if (at > chunkStart) {
                parts.add(new StringLiteral(chunk(chunkStart, at), chunkStart, at));
            }
            if (closes) {
                lexer.resumeAt(at + 1);
                return new Expr.Interpolation(parts, start, at + 1);
            }
            parts.add(interpolated(at));
            at = lexer.end();
        }
    }

    /** {@code ''...''}. */
    Expr indentedString() {
        int start = lexer.start();
        int at = lexer.end();
        List<Piece> pieces = new ArrayList<>();
        while (true) {
            int chunkStart = at;
            at = indentedChunkEnd(at);
            if (at > chunkStart) {
                pieces.add(indentedText(chunkStart, at));
            }
            if (at >= lexer.length()) {
                throw errors.endsInside("indented string or '${' or end of an indented string", start, 2);
            }
            if (lexer.at(at) == '$') {
                if (lexer.at(at + 1) == '{') {
                    pieces.add(Piece.of(interpolated(at)));
                    at = lexer.end();
                } else {
                    pieces.add(escape("$", at, ++at));
                }
            } else if (lexer.at(at + 1) != '\'') {
                pieces.add(escape("'", at, ++at));
            } else if (lexer.at(at + 2) == '$') {
                pieces.add(escape("$", at, at += 3));
            } else if (lexer.at(at + 2) == '\'') {
                pieces.add(escape("''", at, at += 3));
            } else if (lexer.at(at + 2) == '\\' && at + 3 < lexer.length()) {
                pieces.add(escape(chunk(at + 2, at + 4), at, at += 4));
            } else {
                lexer.resumeAt(at + 2);
                return joined(StripIndentation.strip(pieces), start, at + 2);
            }
        }
    }

    /** A path, which may go on after an interpolation for as long as nothing but path characters follow. */
    Expr path() {
        int start = lexer.start();
        int at = lexer.end();
        Expr first = new Expr.PathLiteral(lexer.text().substring(start, at), start, at);
        List<Expr> parts = null;
        while (true) {
            if (lexer.at(at) == '$' && lexer.at(at + 1) == '{') {
                if (parts == null) {
                    parts = new ArrayList<>(List.of(first));
                }
                parts.add(interpolated(at));
                at = lexer.end();
                continue;
            }
            int textEnd = lexer.segmentsEnd(lexer.pathRunEnd(at));
            if (textEnd == at) {
                break;
            }
            if (parts == null) {
                parts = new ArrayList<>(List.of(first));
                refuseUninterpolated(textEnd);
            }
            parts.add(new StringLiteral(lexer.text().substring(at, textEnd), at, textEnd));
            at = textEnd;
        }
        if (lexer.at(at - 1) == '/') {
            throw errors.at("path has a trailing slash", start, at);
        }
        lexer.resumeAt(at);
        return parts == null ? first : new Expr.PathInterpolation(parts, start, at);
    }

    /** After {@code a/} more text, as the second slash of {@code a//b}, can only lead to an interpolation. */
    private void refuseUninterpolated(int textEnd) {
        if (lexer.at(textEnd) == '$' && lexer.at(textEnd + 1) == '{') {
            return;
        }
        boolean more = lexer.segmentsEnd(lexer.pathRunEnd(textEnd)) > textEnd;
        if (more || lexer.at(textEnd - 1) != '/') {
            throw errors.at(
                    "syntax error, unexpected " + (more ? "string" : "end of path") + ", expecting '${'",
                    textEnd,
                    textEnd + (more ? 1 : 0));
        }
    }

    /** The expression in <code>${...}</code>; leaves the cursor on the closing brace. */
    Expr interpolated(int open) {
        lexer.resumeAt(open + 2);
        Expr value = expressions.expression();
        errors.expectClosing(Token.BRACE_CLOSE, open);
        return value;
    }

    private static Expr joined(List<Expr> parts, int start, int end) {
        if (parts.isEmpty()) {
            return new StringLiteral("", start, end);
        }
        if (parts.size() == 1 && parts.getFirst() instanceof StringLiteral only) {
            return new StringLiteral(only.value(), start, end);
        }
        return new Expr.Interpolation(parts, start, end);
    }

    /** Where the text of a string stops: at the closing quote, or at an interpolation. */
    private int chunkEnd(int from, int open) {
        int at = from;
        while (at < lexer.length()) {
            switch (lexer.at(at)) {
                case '"' -> {
                    return at;
                }
                case '\\' -> at += 2;
                case '$' -> {
                    byte next = lexer.at(at + 1);
                    if (next == '{') {
                        return at;
                    }
                    // The byte after a dollar belongs to it, so that $${ is text; but it opens no escape and closes
                    // nothing.
                    at += next == '"' || next == '\\' ? 1 : 2;
                }
                default -> at++;
            }
        }
        throw errors.endsInside(Token.QUOTE.description(), open, 1);
    }

    /** The text of a string, with its escapes replaced and its line ends as {@code \n}. */
    private String chunk(int from, int to) {
        String raw = lexer.text().substring(from, to);
        int first = 0;
        while (first < raw.length() && isPlain(raw.charAt(first))) {
            first++;
        }
        if (first == raw.length()) {
            return raw;
        }
        StringBuilder value = new StringBuilder(raw.length()).append(raw, 0, first);
        for (int i = first; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == '\\') {
                value.append(unescaped(raw.charAt(++i)));
            } else if (c == '\r') {
                value.append('\n');
                if (i + 1 < raw.length() && raw.charAt(i + 1) == '\n') {
                    i++;
                }
            } else {
                value.append(c);
            }
        }
        return withoutNulls(value.toString(), from, to);
    }

    private static boolean isPlain(char c) {
        return c != '\\' && c != '\r' && c != 0;
    }

    private static char unescaped(char c) {
        return switch (c) {
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> c;
        };
    }

    /** Where plain text of an indented string stops: before anything that could be an escape, an interpolation or the end. */
    private int indentedChunkEnd(int from) {
        int at = from;
        while (at < lexer.length()) {
            byte b = lexer.at(at);
            byte next = lexer.at(at + 1);
            if (b == '$') {
                if (next == '{' || next == '\'' || at + 1 == lexer.length()) {
                    return at;
                }
                at += 2;
            } else if (b == '\'') {
                if (next == '\'' || next == '$' || at + 1 == lexer.length()) {
                    return at;
                }
                at += 2;
            } else {
                at++;
            }
        }
        return at;
    }

    private Piece indentedText(int from, int to) {
        return new Piece(null, withoutNulls(lexer.text().substring(from, to), from, to), true, from, to);
    }

    private static Piece escape(String text, int from, int to) {
        return new Piece(null, text, false, from, to);
    }

    private String withoutNulls(String value, int from, int to) {
        if (value.indexOf('\0') < 0) {
            return value;
        }
        String shown = value.replace("\0", Bytes.encode("␀"));
        throw errors.at(
                "input string '" + shown + "' cannot be represented as Nix string because it contains null bytes",
                from,
                to);
    }
}
