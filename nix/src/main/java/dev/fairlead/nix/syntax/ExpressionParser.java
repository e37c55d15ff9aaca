package dev.fairlead.nix.syntax;

import dev.fairlead.nix.syntax.Expr.Apply;
import dev.fairlead.nix.syntax.Expr.AttrName;
import dev.fairlead.nix.syntax.Expr.Binary;
import dev.fairlead.nix.syntax.Expr.BinaryOperator;
import dev.fairlead.nix.syntax.Expr.Bindings;
import dev.fairlead.nix.syntax.Expr.DynamicBinding;
import dev.fairlead.nix.syntax.Expr.Formals;
import dev.fairlead.nix.syntax.Expr.HasAttr;
import dev.fairlead.nix.syntax.Expr.Lambda;
import dev.fairlead.nix.syntax.Expr.Select;
import dev.fairlead.nix.syntax.Expr.Unary;
import dev.fairlead.nix.syntax.Expr.UnaryOperator;
import dev.fairlead.nix.syntax.Expr.Var;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Parses expressions by recursive descent, and operators by precedence climbing.
 *
 * <p>Each method starts on the first token of what it parses and leaves the cursor on the token after it. Chains that
 * lean to the left ({@code 1 + 1 + ...}, arguments, list items) are loops; only real nesting takes stack.
 */
final class ExpressionParser {
    private final Lexer lexer;
    private final SyntaxErrors errors;
    private final TextParser texts;
    private final BindingParser bindings;
    private final LiteralParser literals;

    ExpressionParser(Lexer lexer, SyntaxErrors errors) {
        this.lexer = lexer;
        this.errors = errors;
        this.texts = new TextParser(lexer, errors, this);
        this.bindings = new BindingParser(lexer, errors, this, texts);
        this.literals = new LiteralParser(lexer, errors);
    }

    /** Any expression; the only form in which a function, {@code let}, {@code if}, {@code with} or {@code assert} may stand. */
    Expr expression() {
        int start = lexer.start();
        return switch (lexer.token()) {
            case IDENTIFIER ->
                switch (lexer.peek()) {
                    case ':', '@' -> namedFunction(start);
                    default -> pipeline();
                };
            case BRACE_OPEN -> lexer.opensFormals() ? patternFunction(start) : pipeline();
            case LET -> lexer.peek() == '{' ? pipeline() : let(start);
            case IF -> conditional(start);
            case WITH -> {
                lexer.next();
                Expr scope = expression();
                errors.expect(Token.SEMICOLON);
                Expr body = expression();
                yield new Expr.With(scope, body, start, body.end());
            }
            case ASSERT -> {
                lexer.next();
                Expr condition = expression();
                errors.expect(Token.SEMICOLON);
                Expr body = expression();
                yield new Expr.Assert(condition, body, start, body.end());
            }
            default -> pipeline();
        };
    }

    private Expr namedFunction(int start) {
        String doc = lexer.doc();
        String name = lexer.word();
        lexer.next();
        Formals formals = null;
        if (lexer.token() == Token.AT) {
            lexer.next();
            formals = bindings.formals();
            bindings.requireDistinct(formals, name, start);
        }
        return function(name, formals, doc, start);
    }

    private Expr patternFunction(int start) {
        String doc = lexer.doc();
        Formals formals = bindings.formals();
        String name = null;
        if (lexer.token() == Token.AT) {
            lexer.next();
            name = lexer.word();
            int nameStart = lexer.start();
            errors.expect(Token.IDENTIFIER);
            bindings.requireDistinct(formals, name, nameStart);
        } else if (lexer.token() != Token.COLON) {
            throw errors.unexpected(Token.COLON, Token.AT);
        }
        return function(name, formals, doc, start);
    }

    private Expr function(@Nullable String name, @Nullable Formals formals, @Nullable String doc, int start) {
        errors.expect(Token.COLON);
        Expr body = expression();
        return new Lambda(name, formals, doc == null ? body : documented(body, doc), doc, start, body.end());
    }

    /** Gives a documentation comment to a function, and to the functions it returns, up to one that has its own. */
    static Expr documented(Expr value, String doc) {
        return value instanceof Lambda function && function.doc() == null
                ? new Lambda(
                        function.param(),
                        function.formals(),
                        documented(function.body(), doc),
                        doc,
                        function.start(),
                        function.end())
                : value;
    }

    private Expr let(int start) {
        lexer.next();
        Bindings definitions = bindings.bindings(Token.IN, start, Token.IN, Token.INHERIT);
        if (!definitions.dynamic().isEmpty()) {
            DynamicBinding dynamic = definitions.dynamic().getFirst();
            throw errors.at(
                    "dynamic attributes not allowed in let",
                    dynamic.start(),
                    dynamic.value().end());
        }
        lexer.next();
        Expr body = expression();
        return new Expr.Let(definitions, body, start, body.end());
    }

    private Expr conditional(int start) {
        lexer.next();
        Expr condition = expression();
        errors.expect(Token.THEN);
        Expr yes = expression();
        errors.expect(Token.ELSE);
        Expr no = expression();
        return new Expr.If(condition, yes, no, start, no.end());
    }

    /** Operands joined by {@code |>} or by {@code <|}, but not by both. */
    private Expr pipeline() {
        int start = lexer.start();
        Expr first = operation(Precedence.LOWEST);
        return switch (lexer.token()) {
            case PIPE_INTO -> pipeInto(first, start);
            case PIPE_FROM -> pipeFrom(first, start);
            default -> first;
        };
    }

    private Expr pipeInto(Expr first, int start) {
        Expr value = first;
        while (lexer.token() == Token.PIPE_INTO) {
            int operatorStart = pipe();
            Expr function = operation(Precedence.LOWEST);
            value = new Binary(BinaryOperator.PIPE_INTO, value, function, operatorStart, start, lexer.previousEnd());
        }
        return value;
    }

    private Expr pipeFrom(Expr first, int start) {
        int operatorStart = pipe();
        int restStart = lexer.start();
        Expr rest = operation(Precedence.LOWEST);
        if (lexer.token() == Token.PIPE_FROM) {
            rest = pipeFrom(rest, restStart);
        }
        return new Binary(BinaryOperator.PIPE_FROM, first, rest, operatorStart, start, lexer.previousEnd());
    }

    private int pipe() {
        int start = lexer.start();
        lexer.next();
        return start;
    }

    /** Operands and operators that bind at least as tightly as {@code least}. */
    private Expr operation(int least) {
        int start = lexer.start();
        Expr left = switch (lexer.token()) {
            case NOT -> unary(UnaryOperator.NOT, Precedence.NOT, start);
            case MINUS -> unary(UnaryOperator.NEGATE, Precedence.NEGATE, start);
            default -> application();
        };
        while (true) {
            if (lexer.token() == Token.QUESTION) {
                if (Precedence.HAS_ATTR < least) {
                    return left;
                }
                lexer.next();
                List<AttrName> path = bindings.attrPath();
                left = new HasAttr(left, path, start, lexer.previousEnd());
                continue;
            }
            BinaryOperator operator = lexer.token().operator();
            if (operator == null) {
                return left;
            }
            int precedence = Precedence.of(operator);
            if (precedence < least) {
                return left;
            }
            int operatorStart = lexer.start();
            lexer.next();
            Expr right = operation(Precedence.isRightAssociative(operator) ? precedence : precedence + 1);
            left = new Binary(operator, left, right, operatorStart, start, lexer.previousEnd());
            if (Precedence.isNonAssociative(operator)) {
                refuseSame(precedence);
            }
        }
    }

    private void refuseSame(int precedence) {
        BinaryOperator next = lexer.token().operator();
        if (next != null && Precedence.of(next) == precedence) {
            throw errors.unexpected();
        }
    }

    /** A prefix operator: its operand reaches as far as its own precedence says, wherever the operator stands. */
    private Expr unary(UnaryOperator operator, int precedence, int start) {
        lexer.next();
        Expr operand = operation(precedence);
        return new Unary(operator, operand, start, lexer.previousEnd());
    }

    private Expr application() {
        int start = lexer.start();
        Expr function = selection();
        if (!startsOperand()) {
            return function;
        }
        List<Expr> args = new ArrayList<>(4);
        if (function instanceof Apply(Expr inner, List<Expr> first, int innerStart, int _)) {
            function = inner;
            args.addAll(first);
            start = innerStart;
        }
        while (startsOperand()) {
            args.add(selection());
        }
        return new Apply(function, args, start, lexer.previousEnd());
    }

    private boolean startsOperand() {
        return switch (lexer.token()) {
            case IDENTIFIER,
                    INTEGER,
                    FLOAT,
                    PATH,
                    HOME_PATH,
                    SEARCH_PATH,
                    URI,
                    LET,
                    REC,
                    INDENTED_OPEN,
                    QUOTE,
                    PAREN_OPEN,
                    BRACE_OPEN,
                    BRACKET_OPEN -> true;
            default -> false;
        };
    }

    private Expr selection() {
        int start = lexer.start();
        Expr subject = operand();
        if (lexer.token() == Token.DOT) {
            lexer.next();
            List<AttrName> path = bindings.attrPath();
            Expr fallback = null;
            if (lexer.token() == Token.OR_WORD) {
                lexer.next();
                fallback = selection();
            }
            return new Select(subject, path, fallback, start, lexer.previousEnd());
        }
        if (lexer.token() == Token.OR_WORD) {
            // Where no path came before it, `or` is a variable, and binds like a selection (NixOS/nix#11118).
            Expr or = new Var(lexer.word(), lexer.start(), lexer.end());
            lexer.next();
            return new Apply(subject, List.of(or), start, lexer.previousEnd());
        }
        return subject;
    }

    private Expr operand() {
        int start = lexer.start();
        return switch (lexer.token()) {
            case IDENTIFIER -> literals.variable();
            case INTEGER -> literals.integer();
            case FLOAT -> literals.floating();
            case URI -> literals.uri();
            case SEARCH_PATH -> literals.searchPath();
            case PATH, HOME_PATH -> texts.path();
            case QUOTE -> texts.string();
            case INDENTED_OPEN -> texts.indentedString();
            case PAREN_OPEN -> {
                lexer.next();
                Expr inner = expression();
                errors.close(Token.PAREN_CLOSE, start);
                yield inner;
            }
            case BRACKET_OPEN -> list(start);
            case BRACE_OPEN -> new Expr.Attrs(false, braces(Token.INHERIT), start, lexer.previousEnd());
            case REC -> {
                lexer.next();
                yield new Expr.Attrs(true, braces(Token.INHERIT, Token.BRACE_CLOSE), start, lexer.previousEnd());
            }
            case LET -> {
                lexer.next();
                yield new Expr.OldLet(braces(Token.INHERIT, Token.BRACE_CLOSE), start, lexer.previousEnd());
            }
            default -> throw errors.unexpected();
        };
    }

    private Bindings braces(Token... expected) {
        int open = lexer.start();
        errors.expect(Token.BRACE_OPEN);
        Bindings inner = bindings.bindings(Token.BRACE_CLOSE, open, expected);
        lexer.next();
        return inner;
    }

    private Expr list(int open) {
        lexer.next();
        List<Expr> items = new ArrayList<>();
        while (startsOperand()) {
            items.add(selection());
        }
        if (lexer.token() != Token.BRACKET_CLOSE) {
            throw errors.unclosed(open);
        }
        lexer.next();
        return new Expr.ListOf(items, open, lexer.previousEnd());
    }
}
