package dev.fairlead.nix.syntax;

import dev.fairlead.nix.syntax.Expr.AttrName;
import dev.fairlead.nix.syntax.Expr.Binding;
import dev.fairlead.nix.syntax.Expr.Bindings;
import dev.fairlead.nix.syntax.Expr.Formal;
import dev.fairlead.nix.syntax.Expr.Formals;
import dev.fairlead.nix.syntax.Expr.StringLiteral;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Parses what gives names to things: bindings, attribute paths and formal arguments. */
final class BindingParser {
    private final Lexer lexer;
    private final SyntaxErrors errors;
    private final ExpressionParser expressions;
    private final TextParser texts;
    private final Definitions definitions;

    BindingParser(Lexer lexer, SyntaxErrors errors, ExpressionParser expressions, TextParser texts) {
        this.lexer = lexer;
        this.errors = errors;
        this.expressions = expressions;
        this.texts = texts;
        this.definitions = new Definitions(errors);
    }

    /**
     * Bindings up to {@code closing}, which is left under the cursor; {@code open} is where they were opened.
     *
     * @param expected what an error names as possible. Nix does not name all that is: it looks where its grammar stands
     *     once it has taken what came before for complete bindings.
     */
    Bindings bindings(Token closing, int open, Token... expected) {
        Bindings bindings = Definitions.empty();
        while (lexer.token() != closing) {
            switch (lexer.token()) {
                case INHERIT -> inherit(bindings);
                case IDENTIFIER, OR_WORD, QUOTE, DOLLAR_BRACE -> definition(bindings);
                default -> throw errors.unclosed(open, expected);
            }
        }
        return bindings;
    }

    private void definition(Bindings bindings) {
        String doc = lexer.doc();
        List<AttrName> path = attrPath();
        if (lexer.token() != Token.ASSIGN) {
            throw errors.unexpected(Token.DOT, Token.ASSIGN);
        }
        lexer.next();
        Expr value = expressions.expression();
        errors.expect(Token.SEMICOLON);
        definitions.add(bindings, path, doc == null ? value : ExpressionParser.documented(value, doc));
    }

    private void inherit(Bindings bindings) {
        lexer.next();
        int source = -1;
        if (lexer.token() == Token.PAREN_OPEN) {
            int open = lexer.start();
            lexer.next();
            source = bindings.inheritFrom().size();
            bindings.inheritFrom().add(expressions.expression());
            errors.close(Token.PAREN_CLOSE, open);
        }
        while (lexer.token() != Token.SEMICOLON) {
            if (!startsAttrName()) {
                throw errors.unexpected();
            }
            AttrName attr = attrName();
            if (!(attr instanceof AttrName.Static(String name, int start, int end))) {
                throw errors.at("dynamic attributes not allowed in inherit", attr.start(), attr.end());
            }
            Binding binding = source < 0
                    ? new Binding.Inherit(new Expr.Var(name, start, end), start)
                    : new Binding.InheritFrom(source, name, start);
            definitions.inherit(bindings, name, binding);
        }
        lexer.next();
    }

    /** {@code a."b".${c}}. */
    List<AttrName> attrPath() {
        AttrName first = attrName();
        if (lexer.token() != Token.DOT) {
            return List.of(first);
        }
        List<AttrName> path = new ArrayList<>(3);
        path.add(first);
        while (lexer.token() == Token.DOT) {
            lexer.next();
            path.add(attrName());
        }
        return path;
    }

    private boolean startsAttrName() {
        return switch (lexer.token()) {
            case IDENTIFIER, OR_WORD, QUOTE, DOLLAR_BRACE -> true;
            default -> false;
        };
    }

    private AttrName attrName() {
        int start = lexer.start();
        return switch (lexer.token()) {
            case IDENTIFIER, OR_WORD -> {
                AttrName name = new AttrName.Static(lexer.word(), start, lexer.end());
                lexer.next();
                yield name;
            }
            case QUOTE -> attrName(texts.string(), start);
            case DOLLAR_BRACE -> {
                Expr name = texts.interpolated(start);
                lexer.next();
                yield attrName(name, start);
            }
            default -> throw errors.unexpected(Token.IDENTIFIER, Token.OR_WORD, Token.DOLLAR_BRACE, Token.QUOTE);
        };
    }

    private AttrName attrName(Expr name, int start) {
        int end = lexer.previousEnd();
        return name instanceof StringLiteral text
                ? new AttrName.Static(text.value(), start, end)
                : new AttrName.Dynamic(name, start, end);
    }

    /** <code>{ a, b ? d, ... }</code>. */
    Formals formals() {
        int open = lexer.start();
        errors.expect(Token.BRACE_OPEN);
        List<Formal> formals = new ArrayList<>();
        Set<String> names = new HashSet<>();
        boolean ellipsis = false;
        while (lexer.token() != Token.BRACE_CLOSE) {
            if (lexer.token() == Token.ELLIPSIS) {
                ellipsis = true;
                lexer.next();
                errors.expectClosing(Token.BRACE_CLOSE, open);
                break;
            }
            if (lexer.token() != Token.IDENTIFIER) {
                throw errors.unclosed(open, Token.IDENTIFIER, Token.ELLIPSIS, Token.BRACE_CLOSE);
            }
            Formal formal = formal();
            if (!names.add(formal.name())) {
                throw duplicate(formal.name(), formal.start());
            }
            formals.add(formal);
            if (lexer.token() == Token.COMMA) {
                lexer.next();
            } else if (lexer.token() != Token.BRACE_CLOSE) {
                throw errors.unclosed(open, Token.BRACE_CLOSE, Token.COMMA);
            }
        }
        lexer.next();
        return new Formals(List.copyOf(formals), ellipsis);
    }

    private Formal formal() {
        String name = lexer.word();
        int start = lexer.start();
        lexer.next();
        Expr fallback = null;
        if (lexer.token() == Token.QUESTION) {
            lexer.next();
            fallback = expressions.expression();
        }
        return new Formal(name, fallback, start);
    }

    /** Checks that the name of the whole argument, at {@code start}, is not that of one of its parts. */
    void requireDistinct(Formals formals, String argument, int start) {
        for (Formal formal : formals.formals()) {
            if (formal.name().equals(argument)) {
                throw duplicate(argument, start);
            }
        }
    }

    private SyntaxException duplicate(String name, int start) {
        return errors.at("duplicate formal function argument '" + name + "'", start, start + name.length());
    }
}
