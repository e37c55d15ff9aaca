package dev.fairlead.nix.syntax;

/** Parses the operands that are one token. */
final class LiteralParser {
    private final Lexer lexer;
    private final SyntaxErrors errors;

    LiteralParser(Lexer lexer, SyntaxErrors errors) {
        this.lexer = lexer;
        this.errors = errors;
    }

    Expr variable() {
        int start = lexer.start();
        int end = lexer.end();
        String name = lexer.word();
        lexer.next();
        return name.equals("__curPos") ? new Expr.CurrentPosition(start, end) : new Expr.Var(name, start, end);
    }

    Expr integer() {
        int start = lexer.start();
        int end = lexer.end();
        String digits = text();
        lexer.next();
        try {
            return new Expr.IntegerLiteral(Long.parseLong(digits), start, end);
        } catch (NumberFormatException tooLarge) {
            throw errors.at("invalid integer '" + digits + "'", start, end);
        }
    }

    /** A float that is too large, or so small that it loses precision, is refused as {@code strtod} does. */
    Expr floating() {
        int start = lexer.start();
        int end = lexer.end();
        String digits = text();
        lexer.next();
        double value = Double.parseDouble(digits);
        boolean inexact = Double.isInfinite(value) || (value < Double.MIN_NORMAL && !isZero(digits));
        if (inexact) {
            throw errors.at("invalid float '" + digits + "'", start, end);
        }
        return new Expr.FloatLiteral(value, start, end);
    }

    private static boolean isZero(String digits) {
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            if (c == 'e' || c == 'E') {
                return true;
            }
            if (c != '0' && c != '.') {
                return false;
            }
        }
        return true;
    }

    Expr uri() {
        Expr uri = new Expr.StringLiteral(text(), lexer.start(), lexer.end());
        lexer.next();
        return uri;
    }

    Expr searchPath() {
        Expr path = new Expr.SearchPath(
                lexer.text().substring(lexer.start() + 1, lexer.end() - 1), lexer.start(), lexer.end());
        lexer.next();
        return path;
    }

    private String text() {
        return lexer.text().substring(lexer.start(), lexer.end());
    }
}
