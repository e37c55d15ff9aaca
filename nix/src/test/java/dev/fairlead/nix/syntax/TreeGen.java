package dev.fairlead.nix.syntax;

import dev.fairlead.nix.syntax.Expr.AttrName;
import dev.fairlead.nix.syntax.Expr.BinaryOperator;
import dev.fairlead.nix.syntax.Expr.Binding;
import dev.fairlead.nix.syntax.Expr.Bindings;
import dev.fairlead.nix.syntax.Expr.DynamicBinding;
import dev.fairlead.nix.syntax.Expr.Formal;
import dev.fairlead.nix.syntax.Expr.Formals;
import dev.fairlead.testing.Choices;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Draws random trees for {@link Sample}. */
final class TreeGen {
    private static final List<String> NAMES = List.of("a", "b", "c", "x'", "_y-1", "true");
    private static final List<String> ATTRIBUTES = List.of("a", "b", "c", "or", "d e", "if", "", "\"${", "é");
    private static final List<String> TEXTS =
            List.of("t", " ", "\"", "\\", "$", "$$", "{", "${", "\n", "\r\n", "\t", "''", "é", "/*", "#");
    private static final List<String> PATHS = List.of("./a", "../b.c", "/d/e-f", "g+1/h");
    private static final List<Double> FLOATS = List.of(0.5, 1.5, 12.25, 3.125);

    private final Choices choices;
    private final boolean current;

    TreeGen(Choices choices, boolean current) {
        this.choices = choices;
        this.current = current;
    }

    Expr expression(int depth) {
        return depth == 0 || choices.below(5) == 0 ? leaf() : branch(depth - 1);
    }

    private Expr leaf() {
        return switch ((int) choices.below(8)) {
            case 0 -> variable();
            case 1 -> new Expr.IntegerLiteral(choices.below(1000), 0, 0);
            case 2 -> new Expr.FloatLiteral(pick(FLOATS), 0, 0);
            case 3 -> text();
            case 4 -> new Expr.PathLiteral(path(), 0, 0);
            case 5 -> new Expr.SearchPath(pick(List.of("n", "n/o.p")), 0, 0);
            case 6 -> new Expr.CurrentPosition(0, 0);
            default -> new Expr.Attrs(false, bindings(0, true), 0, 0);
        };
    }

    private Expr branch(int depth) {
        Supplier<Expr> part = () -> expression(depth);
        return switch ((int) choices.below(16)) {
            case 0 -> new Expr.ListOf(list(0, 3, part), 0, 0);
            case 1 -> new Expr.Apply(function(depth), list(1, 3, part), 0, 0);
            case 2 -> new Expr.Select(part.get(), path(depth), maybe(part), 0, 0);
            case 3 -> new Expr.HasAttr(part.get(), path(depth), 0, 0);
            case 4 -> new Expr.Unary(pick(List.of(Expr.UnaryOperator.values())), part.get(), 0, 0);
            case 5, 6, 7 -> new Expr.Binary(operator(), part.get(), part.get(), 0, 0, 0);
            case 8 -> new Expr.Attrs(choices.below(3) == 0, bindings(depth, true), 0, 0);
            case 9 -> new Expr.Let(bindings(depth, false), part.get(), 0, 0);
            case 10 -> new Expr.OldLet(bindings(depth, true), 0, 0);
            case 11 -> new Expr.If(part.get(), part.get(), part.get(), 0, 0);
            case 12 -> new Expr.With(part.get(), part.get(), 0, 0);
            case 13 -> lambda(depth);
            case 14 -> interpolation(depth);
            default -> pathInterpolation(depth);
        };
    }

    private Expr variable() {
        return new Expr.Var(pick(NAMES), 0, 0);
    }

    private Expr function(int depth) {
        Expr function = expression(depth);
        return function instanceof Expr.Apply ? variable() : function;
    }

    private BinaryOperator operator() {
        List<BinaryOperator> operators = new ArrayList<>(List.of(BinaryOperator.values()));
        if (!current) {
            operators.removeAll(List.of(BinaryOperator.PIPE_FROM, BinaryOperator.PIPE_INTO));
        }
        return pick(operators);
    }

    private Expr.StringLiteral text() {
        return new Expr.StringLiteral(String.join("", list(0, 4, () -> Bytes.encode(pick(TEXTS)))), 0, 0);
    }

    private Expr interpolation(int depth) {
        List<Expr> parts = new ArrayList<>();
        do {
            Expr.StringLiteral before = text();
            if (!before.value().isEmpty()) {
                parts.add(before);
            }
            parts.add(interpolated(depth));
        } while (choices.below(2) == 1);
        Expr.StringLiteral after = text();
        if (!after.value().isEmpty()) {
            parts.add(after);
        }
        return new Expr.Interpolation(parts, 0, 0);
    }

    private Expr pathInterpolation(int depth) {
        List<Expr> parts = new ArrayList<>();
        parts.add(new Expr.PathLiteral(path(), 0, 0));
        do {
            parts.add(interpolated(depth));
            if (choices.below(2) == 1) {
                parts.add(new Expr.StringLiteral(pick(List.of("/a", "b", "c/d", "-e")), 0, 0));
            }
        } while (choices.below(2) == 1);
        return new Expr.PathInterpolation(parts, 0, 0);
    }

    /** Anything but a text, which could not be told from the text around it. */
    private Expr interpolated(int depth) {
        Expr value = expression(depth);
        return value instanceof Expr.StringLiteral ? variable() : value;
    }

    private List<AttrName> path(int depth) {
        return list(
                1,
                3,
                () -> choices.below(4) == 3
                        ? new AttrName.Dynamic(interpolated(depth), 0, 0)
                        : new AttrName.Static(Bytes.encode(pick(ATTRIBUTES)), 0, 0));
    }

    /** Older versions print the home directory in full. */
    private String path() {
        return current && choices.below(5) == 4 ? "~/i" : pick(PATHS);
    }

    private Expr lambda(int depth) {
        int kind = (int) choices.below(3);
        String name = kind == 1 ? null : "n";
        Formals formals = kind == 0 ? null : formals(depth);
        return new Expr.Lambda(name, formals, expression(depth), null, 0, 0);
    }

    private Formals formals(int depth) {
        Set<String> names = new LinkedHashSet<>(list(0, 3, () -> pick(NAMES)));
        List<Formal> formals = new ArrayList<>();
        names.forEach(name -> formals.add(new Formal(name, maybe(() -> expression(depth)), 0)));
        return new Formals(formals, choices.below(2) == 1);
    }

    private Bindings bindings(int depth, boolean mayCompute) {
        Map<String, Binding> attrs = new LinkedHashMap<>();
        List<Expr> sources = list(0, depth == 0 ? 0 : 2, () -> expression(depth));
        Set<String> names = new LinkedHashSet<>(list(0, 4, () -> Bytes.encode(pick(ATTRIBUTES))));
        for (int i = 0; i < sources.size(); i++) {
            int source = i;
            take(names).forEach(name -> attrs.put(name, new Binding.InheritFrom(source, name, 0)));
        }
        take(names).forEach(name -> attrs.put(name, new Binding.Inherit(new Expr.Var(name, 0, 0), 0)));
        names.forEach(name -> attrs.put(name, new Binding.Plain(expression(depth), 0)));
        List<DynamicBinding> dynamic = mayCompute && depth > 0
                ? list(0, 1, () -> new DynamicBinding(interpolated(depth), expression(depth), 0))
                : List.of();
        return new Bindings(attrs, sources, dynamic);
    }

    /** Some of the names, which are then gone. */
    private List<String> take(Set<String> names) {
        List<String> taken = names.stream().filter(_ -> choices.below(4) == 3).toList();
        taken.forEach(names::remove);
        return taken;
    }

    private @Nullable Expr maybe(Supplier<Expr> part) {
        return choices.below(2) == 1 ? part.get() : null;
    }

    private <T> List<T> list(int least, int most, Supplier<? extends T> part) {
        List<T> list = new ArrayList<>();
        while (list.size() < least || (list.size() < most && choices.below(2) == 1)) {
            list.add(part.get());
        }
        return list;
    }

    private <T> T pick(List<T> values) {
        return values.get((int) choices.below(values.size()));
    }
}
