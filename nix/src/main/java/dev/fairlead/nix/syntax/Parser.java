package dev.fairlead.nix.syntax;

/** Parses Nix source text. */
public final class Parser {
    private Parser() {}

    /**
     * The tree of a source, without the experimental pipe operators.
     *
     * @throws SyntaxException if the text is not one expression
     */
    public static Expr parse(Source source) {
        return parse(source, false);
    }

    /**
     * The tree of a source. Takes time in proportion to its length, and stack in proportion to the depth of its nesting.
     *
     * @param pipes whether {@code |>} and <code>&lt;|</code> may be used
     * @throws SyntaxException if the text is not one expression, or is nested too deeply for the stack of this thread
     */
    public static Expr parse(Source source, boolean pipes) {
        Lexer lexer = new Lexer(source);
        SyntaxErrors errors = new SyntaxErrors(source, lexer);
        try {
            Expr expression = new ExpressionParser(lexer, errors, pipes).expression();
            if (lexer.token() != Token.END) {
                throw errors.unexpected(Token.END);
            }
            return expression;
        } catch (StackOverflowError _) {
            throw errors.at("expression is nested too deeply", lexer.start(), lexer.end());
        }
    }
}
