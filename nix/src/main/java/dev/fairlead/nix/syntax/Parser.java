package dev.fairlead.nix.syntax;

import java.util.Set;

/** Parses Nix source text. */
public final class Parser {
    private Parser() {}

    /**
     * The tree of a source, without experimental features.
     *
     * @throws SyntaxException if the text is not one expression
     */
    public static Expr parse(Source source) {
        return parse(source, Set.of());
    }

    /**
     * The tree of a source. Takes time in proportion to its length, and stack in proportion to the depth of its nesting.
     *
     * @param features what it may use besides the language proper
     * @throws SyntaxException if the text is not one expression, or is nested too deeply for the stack of this thread
     */
    public static Expr parse(Source source, Set<ExperimentalFeature> features) {
        Lexer lexer = new Lexer(source, features.contains(ExperimentalFeature.PIPE_OPERATORS));
        SyntaxErrors errors = new SyntaxErrors(source, lexer);
        try {
            Expr expression = new ExpressionParser(lexer, errors).expression();
            if (lexer.token() != Token.END) {
                throw errors.unexpected(Token.END);
            }
            return expression;
        } catch (StackOverflowError _) {
            throw errors.at("expression is nested too deeply", lexer.start(), lexer.end());
        }
    }
}
