package dev.fairlead.nix.syntax;

import dev.fairlead.nix.syntax.Expr.AttrName;
import dev.fairlead.nix.syntax.Expr.Binary;
import dev.fairlead.nix.syntax.Expr.BinaryOperator;
import dev.fairlead.nix.syntax.Expr.Binding;
import dev.fairlead.nix.syntax.Expr.Bindings;
import dev.fairlead.nix.syntax.Expr.DynamicBinding;
import dev.fairlead.nix.syntax.Expr.Formal;
import dev.fairlead.nix.syntax.Expr.Formals;
import dev.fairlead.testing.Choices;
import java.util.List;
import java.util.Map;

/** Writes a tree as source text in a random layout: blanks, comments, needless parentheses, sets written in pieces. */
final class SourceWriter {
    private static final int ANY = -2;
    private static final int APPLICATION = 80;
    private static final int SELECTION = 90;
    private static final int ATOM = 100;
    private static final List<String> BLANKS = List.of(" ", "\n", "\t", "\r\n", " # c\n", " /* c */ ");

    private final StringBuilder out = new StringBuilder();
    private final Choices choices;
    private final boolean piecewise;

    SourceWriter(Choices choices, boolean piecewise) {
        this.choices = choices;
        this.piecewise = piecewise;
    }

    @Override
    public String toString() {
        return out.toString();
    }

    void expression(Expr expression) {
        expression(expression, ANY);
    }

    private SourceWriter token(String text) {
        out.append(BLANKS.get((int) choices.below(BLANKS.size()))).append(text);
        return this;
    }

    private SourceWriter expression(Expr expression, int least) {
        if (level(expression) < least || choices.below(12) == 11) {
            token("(").expression(expression, ANY).token(")");
            return this;
        }
        switch (expression) {
            case Expr.IntegerLiteral literal -> token(Long.toString(literal.value()));
            case Expr.FloatLiteral literal -> token(Double.toString(literal.value()));
            case Expr.StringLiteral literal -> {
                token("\"");
                text(literal.value());
                out.append('"');
            }
            case Expr.Interpolation(List<Expr> parts, int _, int _) -> interpolation(parts);
            case Expr.PathLiteral literal -> token(literal.text());
            case Expr.PathInterpolation(List<Expr> parts, int _, int _) -> {
                token(((Expr.PathLiteral) parts.getFirst()).text());
                parts.subList(1, parts.size()).forEach(this::part);
            }
            case Expr.SearchPath path -> token("<" + path.name() + ">");
            case Expr.Var variable -> token(variable.name());
            case Expr.CurrentPosition _ -> token("__curPos");
            case Expr.Select(Expr subject, List<AttrName> path, Expr fallback, int _, int _) -> {
                expression(subject, ATOM).token(".").path(path);
                if (fallback != null) {
                    token("or").expression(fallback, SELECTION);
                }
            }
            case Expr.HasAttr(Expr subject, List<AttrName> path, int _, int _) ->
                expression(subject, Precedence.HAS_ATTR).token("?").path(path);
            case Expr.Apply(Expr function, List<Expr> args, int _, int _) -> {
                expression(function, SELECTION);
                args.forEach(arg -> expression(arg, SELECTION));
            }
            case Expr.Lambda lambda -> lambda(lambda);
            case Expr.Let(Bindings bindings, Expr body, int _, int _) ->
                token("let").bindings(bindings).token("in").expression(body, ANY);
            case Expr.Attrs(boolean recursive, Bindings bindings, int _, int _) ->
                token(recursive ? "rec" : "").token("{").bindings(bindings).token("}");
            case Expr.OldLet(Bindings bindings, int _, int _) ->
                token("let").token("{").bindings(bindings).token("}");
            case Expr.ListOf(List<Expr> items, int _, int _) -> {
                token("[");
                items.forEach(item -> expression(item, SELECTION));
                token("]");
            }
            case Expr.If(Expr condition, Expr yes, Expr no, int _, int _) -> {
                token("if").expression(condition, ANY);
                token("then").expression(yes, ANY).token("else").expression(no, ANY);
            }
            case Expr.With(Expr scope, Expr body, int _, int _) ->
                token("with").expression(scope, ANY).token(";").expression(body, ANY);
            case Expr.Assert(Expr condition, Expr body, int _, int _) ->
                token("assert").expression(condition, ANY).token(";").expression(body, ANY);
            case Expr.Unary(Expr.UnaryOperator operator, Expr operand, int _, int _) ->
                token(operator == Expr.UnaryOperator.NOT ? "!" : "-").expression(operand, level(expression));
            case Binary binary -> binary(binary);
        }
        return this;
    }

    private static int level(Expr expression) {
        return switch (expression) {
            case Expr.Lambda _, Expr.Let _, Expr.If _, Expr.With _, Expr.Assert _ -> ANY;
            case Binary binary -> Precedence.of(binary.operator());
            case Expr.Unary unary -> unary.operator() == Expr.UnaryOperator.NOT ? Precedence.NOT : Precedence.NEGATE;
            case Expr.HasAttr _ -> Precedence.HAS_ATTR;
            case Expr.Apply _ -> APPLICATION;
            case Expr.Select _ -> SELECTION;
            default -> ATOM;
        };
    }

    private void binary(Binary binary) {
        BinaryOperator operator = binary.operator();
        int tighter = Precedence.of(operator) + 1;
        boolean chainsRight = operator == BinaryOperator.PIPE_FROM || Precedence.isRightAssociative(operator);
        boolean chainsLeft = !chainsRight && !Precedence.isNonAssociative(operator);
        expression(binary.left(), chainsLeft ? chaining(binary.left(), operator) : tighter);
        token(operator.text());
        expression(binary.right(), chainsRight ? chaining(binary.right(), operator) : tighter);
    }

    /** The two pipes have the same precedence but do not mix. */
    private static int chaining(Expr operand, BinaryOperator operator) {
        int precedence = Precedence.of(operator);
        boolean otherPipe = precedence < 0 && operand instanceof Binary inner && inner.operator() != operator;
        return otherPipe ? precedence + 1 : precedence;
    }

    private void text(String text) {
        String quoted = Strings.quote(text);
        // The dollar before an interpolation needs an escape that the printer does not.
        String content = quoted.substring(1, quoted.length() - 1);
        out.append(content.endsWith("$") ? content.substring(0, content.length() - 1) + "\\$" : content);
    }

    /** A part of a string or path: text as text, all else in braces. */
    private void part(Expr part) {
        if (part instanceof Expr.StringLiteral literal) {
            text(literal.value());
        } else {
            out.append("${");
            expression(part, ANY).token("}");
        }
    }

    private SourceWriter path(List<AttrName> path) {
        for (int i = 0; i < path.size(); i++) {
            if (i > 0) {
                token(".");
            }
            switch (path.get(i)) {
                case AttrName.Static name -> name(name.name());
                case AttrName.Dynamic name -> computed(name.expression());
            }
        }
        return this;
    }

    private SourceWriter name(String name) {
        String plain = Identifiers.quoteIfNeeded(name);
        return switch ((int) choices.below(6)) {
            case 4 -> token(Strings.quote(name));
            case 5 -> token("${" + Strings.quote(name) + "}");
            default -> token(plain);
        };
    }

    private SourceWriter computed(Expr expression) {
        return expression instanceof Expr.Interpolation(List<Expr> parts, int _, int _)
                ? interpolation(parts)
                : token("${").expression(expression, ANY).token("}");
    }

    private SourceWriter interpolation(List<Expr> parts) {
        token("\"");
        parts.forEach(this::part);
        out.append('"');
        return this;
    }

    private void lambda(Expr.Lambda lambda) {
        Formals formals = lambda.formals();
        String name = lambda.param();
        boolean before = choices.below(2) == 1;
        if (name != null && (formals == null || before)) {
            token(name);
        }
        if (formals != null) {
            token(name != null && before ? "@" : "");
            formals(formals);
            if (name != null && !before) {
                token("@").token(name);
            }
        }
        token(":").expression(lambda.body(), ANY);
    }

    private void formals(Formals formals) {
        token("{");
        boolean first = true;
        for (Formal formal : formals.formals()) {
            token(first ? "" : ",").token(formal.name());
            if (formal.fallback() != null) {
                token("?").expression(formal.fallback(), ANY);
            }
            first = false;
        }
        if (formals.ellipsis()) {
            token(first ? "" : ",").token("...");
        } else if (!first && choices.below(3) == 2) {
            token(",");
        }
        token("}");
    }

    private SourceWriter bindings(Bindings bindings) {
        for (int i = 0; i < bindings.inheritFrom().size(); i++) {
            token("inherit")
                    .token("(")
                    .expression(bindings.inheritFrom().get(i), ANY)
                    .token(")");
            int source = i;
            bindings.attrs().forEach((name, binding) -> {
                if (binding instanceof Binding.InheritFrom from && from.source() == source) {
                    name(name);
                }
            });
            token(";");
        }
        bindings.attrs().forEach((name, binding) -> {
            if (binding instanceof Binding.Inherit) {
                token("inherit").name(name).token(";");
            } else if (binding instanceof Binding.Plain plain) {
                definition(name, plain.value());
            }
        });
        for (DynamicBinding binding : bindings.dynamic()) {
            computed(binding.name()).token("=").expression(binding.value(), ANY).token(";");
        }
        return this;
    }

    /** One definition, or for a set one for each of its members, or one for the first of them and then the others. */
    private void definition(String name, Expr value) {
        boolean pieces = value instanceof Expr.Attrs set && !set.recursive() && isPlain(set.bindings());
        long layout = pieces ? choices.below(piecewise ? 3 : 2) : 0;
        if (layout == 0) {
            name(name).token("=").expression(value, ANY).token(";");
            return;
        }
        boolean first = layout == 2;
        for (Map.Entry<String, Binding> member :
                ((Expr.Attrs) value).bindings().attrs().entrySet()) {
            Expr inner = ((Binding.Plain) member.getValue()).value();
            name(name).token(first ? "= {" : ".").name(member.getKey());
            token("=").expression(inner, ANY).token(first ? "; };" : ";");
            first = false;
        }
    }

    private static boolean isPlain(Bindings bindings) {
        return !bindings.attrs().isEmpty()
                && bindings.inheritFrom().isEmpty()
                && bindings.dynamic().isEmpty()
                && bindings.attrs().values().stream().allMatch(binding -> binding instanceof Binding.Plain);
    }
}
