package dev.fairlead.nix.syntax;

import dev.fairlead.nix.syntax.Expr.AttrName;
import dev.fairlead.nix.syntax.Expr.Binary;
import dev.fairlead.nix.syntax.Expr.BinaryOperator;
import dev.fairlead.nix.syntax.Expr.Binding;
import dev.fairlead.nix.syntax.Expr.Bindings;
import dev.fairlead.nix.syntax.Expr.Formal;
import dev.fairlead.nix.syntax.Expr.Formals;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One run of {@link Printer}. Not final only because the notation of other Nix versions differs in {@link #bindings}. */
class TreePrinter {
    private final StringBuilder out = new StringBuilder();
    private final String directory;

    TreePrinter(String directory) {
        this.directory = directory;
    }

    @Override
    public String toString() {
        return out.toString();
    }

    TreePrinter append(String text) {
        out.append(text);
        return this;
    }

    TreePrinter print(Expr expression) {
        switch (expression) {
            case Expr.IntegerLiteral literal -> out.append(literal.value());
            case Expr.FloatLiteral literal -> append(FloatText.general(literal.value()));
            case Expr.StringLiteral literal -> string(literal.value());
            case Expr.Interpolation(List<Expr> parts, int _, int _) -> sum(parts);
            case Expr.PathLiteral literal -> append(PathText.absolute(literal.text(), directory));
            case Expr.PathInterpolation(List<Expr> parts, int _, int _) -> sum(parts);
            case Expr.Var variable -> append(Identifiers.quoteIfNeeded(variable.name()));
            case Expr.CurrentPosition _ -> append("__curPos");
            case Expr.Select select -> select(select);
            case Expr.HasAttr(Expr subject, List<AttrName> path, int _, int _) ->
                append("((").print(subject).append(") ? ").path(path).append(")");
            case Expr.Lambda lambda -> lambda(lambda);
            case Expr.Let(Bindings bindings, Expr body, int _, int _) -> {
                append("(let ");
                bindings(bindings);
                append("in ").print(body).append(")");
            }
            case Expr.Attrs(boolean recursive, Bindings bindings, int _, int _) -> set(recursive, bindings);
            case Expr.OldLet(Bindings bindings, int _, int _) -> {
                append("(");
                set(true, bindings);
                append(").body");
            }
            case Expr.ListOf(List<Expr> items, int _, int _) -> {
                append("[ ");
                items.forEach(item -> append("(").print(item).append(") "));
                append("]");
            }
            case Expr.If(Expr condition, Expr yes, Expr no, int _, int _) ->
                append("(if ")
                        .print(condition)
                        .append(" then ")
                        .print(yes)
                        .append(" else ")
                        .print(no)
                        .append(")");
            case Expr.With(Expr scope, Expr body, int _, int _) ->
                append("(with ").print(scope).append("; ").print(body).append(")");
            case Expr.Assert(Expr condition, Expr body, int _, int _) ->
                append("assert ").print(condition).append("; ").print(body);
            case Expr.Unary(Expr.UnaryOperator operator, Expr operand, int _, int _)
            when operator == Expr.UnaryOperator.NOT ->
                append("(! ").print(operand).append(")");
            case Expr.Apply _, Expr.SearchPath _, Expr.Unary _ -> {
                append("(");
                call(expression);
                append(")");
            }
            case Binary binary -> binary(binary);
        }
        return this;
    }

    void string(String value) {
        Strings.quote(value, out);
    }

    private void sum(List<Expr> parts) {
        append("(");
        for (int i = 0; i < parts.size(); i++) {
            append(i == 0 ? "" : " + ").print(parts.get(i));
        }
        append(")");
    }

    private void select(Expr.Select select) {
        append("(").print(select.subject()).append(").").path(select.path());
        if (select.fallback() != null) {
            append(" or (").print(select.fallback()).append(")");
        }
    }

    TreePrinter path(List<AttrName> path) {
        for (int i = 0; i < path.size(); i++) {
            append(i == 0 ? "" : ".");
            switch (path.get(i)) {
                case AttrName.Static name -> append(Identifiers.quoteIfNeeded(name.name()));
                case AttrName.Dynamic name ->
                    append("\"${").print(name.expression()).append("}\"");
            }
        }
        return this;
    }

    private void lambda(Expr.Lambda lambda) {
        append("(");
        Formals formals = lambda.formals();
        if (formals != null) {
            formals(formals);
            append(lambda.param() == null ? "" : " @ ");
        }
        if (lambda.param() != null) {
            append(Identifiers.quoteIfNeeded(lambda.param()));
        }
        append(": ").print(lambda.body()).append(")");
    }

    private void formals(Formals formals) {
        append("{ ");
        String separator = "";
        List<Formal> sorted = new ArrayList<>(formals.formals());
        sorted.sort(Comparator.comparing(Formal::name));
        for (Formal formal : sorted) {
            append(separator).append(formal.name());
            if (formal.fallback() != null) {
                append(" ? ").print(formal.fallback());
            }
            separator = ", ";
        }
        append(formals.ellipsis() ? separator + "... }" : " }");
    }

    private void set(boolean recursive, Bindings bindings) {
        append(recursive ? "rec { " : "{ ");
        bindings(bindings);
        append("}");
    }

    void bindings(Bindings bindings) {
        Map<String, Binding> sorted = new TreeMap<>(bindings.attrs());
        List<String> inherited = new ArrayList<>();
        Map<Integer, List<String>> inheritedFrom = new TreeMap<>();
        sorted.forEach((name, binding) -> {
            switch (binding) {
                case Binding.Plain _ -> {}
                case Binding.Inherit _ -> inherited.add(name);
                case Binding.InheritFrom from ->
                    inheritedFrom
                            .computeIfAbsent(from.source(), _ -> new ArrayList<>())
                            .add(name);
            }
        });
        if (!inherited.isEmpty()) {
            append("inherit");
            names(inherited);
        }
        inheritedFrom.forEach((source, names) -> {
            append("inherit (").print(bindings.inheritFrom().get(source)).append(")");
            names(names);
        });
        sorted.forEach((name, binding) -> {
            if (binding instanceof Binding.Plain plain) {
                definition(name, plain.value());
            }
        });
        dynamic(bindings);
    }

    private void names(List<String> names) {
        names.forEach(name -> append(" ").append(Identifiers.quoteIfNeeded(name)));
        append("; ");
    }

    void definition(String name, Expr value) {
        append(Identifiers.quoteIfNeeded(name)).append(" = ").print(value).append("; ");
    }

    void dynamic(Bindings bindings) {
        for (Expr.DynamicBinding binding : bindings.dynamic()) {
            append("\"${")
                    .print(binding.name())
                    .append("}\" = ")
                    .print(binding.value())
                    .append("; ");
        }
    }

    private void binary(Binary binary) {
        switch (binary.operator()) {
            case LESS_EQUAL, GREATER_EQUAL -> {
                append("(! (");
                call(binary);
                append("))");
            }
            case PIPE_FROM, PIPE_INTO, LESS, GREATER, SUBTRACT, MULTIPLY, DIVIDE -> {
                append("(");
                call(binary);
                append(")");
            }
            case IMPLIES, OR, AND, EQUAL, NOT_EQUAL, UPDATE, ADD, CONCAT -> {
                append("(").print(binary.left());
                append(" ").append(binary.operator().text()).append(" ");
                print(binary.right()).append(")");
            }
        }
    }

    /** What an expression calls and with what, without parentheses. */
    private void call(Expr expression) {
        switch (expression) {
            case Expr.Apply(Expr function, List<Expr> args, int _, int _) -> {
                if (isVariableOr(args.getFirst())) {
                    print(function);
                } else {
                    function(function);
                }
                args.forEach(arg -> append(" ").print(arg));
            }
            case Expr.SearchPath path -> {
                append("__findFile __nixPath ");
                string(path.name());
            }
            case Expr.Unary negation -> append("__sub 0 ").print(negation.operand());
            case Binary(BinaryOperator operator, Expr left, Expr right, int _, int _, int _) -> {
                switch (operator) {
                    case PIPE_INTO -> function(right).append(" ").print(left);
                    case PIPE_FROM -> function(left).append(" ").print(right);
                    case GREATER, LESS_EQUAL ->
                        append("__lessThan ").print(right).append(" ").print(left);
                    case LESS, GREATER_EQUAL ->
                        append("__lessThan ").print(left).append(" ").print(right);
                    case SUBTRACT -> append("__sub ").print(left).append(" ").print(right);
                    case MULTIPLY -> append("__mul ").print(left).append(" ").print(right);
                    case DIVIDE -> append("__div ").print(left).append(" ").print(right);
                    default -> print(expression);
                }
            }
            default -> print(expression);
        }
    }

    /** The function of a call. If it is a call itself, the two are one call with more arguments. */
    private TreePrinter function(Expr function) {
        if (isCall(function)) {
            call(function);
        } else {
            print(function);
        }
        return this;
    }

    private static boolean isCall(Expr expression) {
        return switch (expression) {
            case Expr.Apply _, Expr.SearchPath _ -> true;
            case Expr.Unary unary -> unary.operator() == Expr.UnaryOperator.NEGATE;
            case Binary binary ->
                switch (binary.operator()) {
                    case PIPE_FROM, PIPE_INTO, LESS, GREATER, SUBTRACT, MULTIPLY, DIVIDE -> true;
                    default -> false;
                };
            default -> false;
        };
    }

    /** Only {@code f or} makes such a variable, and its call is not joined with a call that {@code f} is. */
    private static boolean isVariableOr(Expr expression) {
        return expression instanceof Expr.Var variable && variable.name().equals("or");
    }
}
