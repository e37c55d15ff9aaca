package dev.fairlead.nix.eval;

import dev.fairlead.testing.Choices;
import dev.fairlead.testing.Gen;
import java.util.ArrayList;
import java.util.List;

/**
 * Random programs that are well typed, end, and use most of the language: every variable has one of five types, and
 * functions take and give numbers. Evaluation may still throw, where {@code throw} was drawn.
 */
final class Programs {
    private enum Type {
        INT,
        BOOL,
        STRING,
        LIST,
        SET,
        FUNCTION
    }

    private record Variable(String name, Type type) {}

    private final Choices choices;
    private int names;

    private Programs(Choices choices) {
        this.choices = choices;
    }

    /** Expressions of any type but function. */
    static Gen<String> expressions() {
        return choices -> {
            Programs programs = new Programs(choices);
            Type type = Type.values()[programs.pick(5)];
            return programs.expression(type, 5, List.of());
        };
    }

    private int pick(int count) {
        return (int) choices.below(count);
    }

    private String expression(Type type, int depth, List<Variable> scope) {
        List<Variable> known = scope.stream().filter(v -> v.type == type).toList();
        if (!known.isEmpty() && pick(3) == 0) {
            return known.get(pick(known.size())).name;
        }
        if (depth == 0) {
            return leaf(type);
        }
        return "(" + (pick(3) == 0 ? generic(type, depth - 1, scope) : specific(type, depth - 1, scope)) + ")";
    }

    private String leaf(Type type) {
        return switch (type) {
            case INT -> Integer.toString(pick(10));
            case BOOL -> pick(2) == 0 ? "true" : "false";
            case STRING -> List.of("\"\"", "\"a\"", "\"b\"", "\"a\\${\\n\"").get(pick(4));
            case LIST -> pick(2) == 0 ? "[ ]" : "[ " + pick(10) + " 2 ]";
            case SET ->
                List.of("{ a = 1; b = 2; c = 3; }", "{ c = 1; b = 2; a = 3; z = 4; }")
                        .get(pick(2));
            case FUNCTION -> "(x: x + " + pick(10) + ")";
        };
    }

    /** What can be made for every type. */
    private String generic(Type type, int depth, List<Variable> scope) {
        String name = "v" + names++;
        String other = "v" + names++;
        Type bound = Type.values()[pick(Type.values().length)];
        List<Variable> inner = new ArrayList<>(scope);
        inner.add(new Variable(name, bound));
        return switch (pick(11)) {
            case 0 ->
                "if " + expression(Type.BOOL, depth, scope) + " then " + expression(type, depth, scope) + " else "
                        + expression(type, depth, scope);
            case 1 ->
                "let " + name + " = " + expression(bound, depth, scope) + "; in " + expression(type, depth, inner);
            case 2 -> {
                // The second variable is bound before the first, which it refers to
                List<Variable> both = new ArrayList<>(inner);
                both.add(new Variable(other, type));
                yield "let " + other + " = " + expression(type, depth, inner) + "; " + name + " = "
                        + expression(bound, depth, scope) + "; in " + expression(type, depth, both);
            }
            case 3 -> "(" + name + ": " + expression(type, depth, inner) + ") " + expression(bound, depth, scope);
            case 4 ->
                "({ " + name + " ? " + expression(bound, depth, scope) + ", ... }: " + expression(type, depth, inner)
                        + ") " + (pick(2) == 0 ? "{ }" : "{ " + name + " = " + expression(bound, depth, scope) + "; }");
            case 5 ->
                "with { " + name + " = " + expression(bound, depth, scope) + "; }; " + expression(type, depth, inner);
            case 6 ->
                "rec { " + other + " = " + expression(type, depth, inner) + "; " + name + " = "
                        + expression(bound, depth, scope) + "; }." + other;
            case 7 ->
                "let inherit ({ " + name + " = " + expression(bound, depth, scope) + "; }) " + name + "; in "
                        + expression(type, depth, inner);
            case 8 -> {
                List<Variable> both = new ArrayList<>(inner);
                both.add(new Variable(other, Type.INT));
                String function = "(" + other + ": " + name + ": " + expression(type, depth, both) + ")";
                yield pick(2) == 0
                        ? function + " " + expression(Type.INT, depth, scope) + " " + expression(bound, depth, scope)
                        : "(" + function + " " + expression(Type.INT, depth, scope) + ") "
                                + expression(bound, depth, scope);
            }
            case 9 -> "assert " + expression(Type.BOOL, depth, scope) + "; " + expression(type, depth, scope);
            default -> "throw \"t\"";
        };
    }

    private String specific(Type type, int depth, List<Variable> scope) {
        return switch (type) {
            case INT -> number(depth, scope);
            case BOOL -> bool(depth, scope);
            case STRING ->
                switch (pick(4)) {
                    case 0 -> expression(Type.STRING, depth, scope) + " + " + expression(Type.STRING, depth, scope);
                    case 1 ->
                        "\"x${" + expression(Type.STRING, depth, scope) + "}y${toString "
                                + expression(Type.INT, depth, scope) + "}\"";
                    case 2 -> "toString " + expression(Type.LIST, depth, scope);
                    default -> leaf(type);
                };
            case LIST -> list(depth, scope);
            case SET -> set(depth, scope);
            case FUNCTION -> {
                String name = "v" + names++;
                List<Variable> inner = new ArrayList<>(scope);
                inner.add(new Variable(name, Type.INT));
                yield pick(3) == 0
                        ? "builtins.add " + expression(Type.INT, depth, scope)
                        : name + ": " + expression(Type.INT, depth, inner);
            }
        };
    }

    private String number(int depth, List<Variable> scope) {
        String a = expression(Type.INT, depth, scope);
        return switch (pick(9)) {
            case 0 -> a + " + " + expression(Type.INT, depth, scope);
            case 1 -> a + " - " + expression(Type.INT, depth, scope);
            case 2 -> "-" + a;
            case 3 -> expression(Type.FUNCTION, depth, scope) + " " + a;
            case 4 -> expression(Type.SET, depth, scope) + "." + attr();
            case 5 -> expression(Type.SET, depth, scope) + "." + attr() + ".q or " + a;
            case 6 -> "builtins.foldl' (x: y: x - y) " + a + " " + expression(Type.LIST, depth, scope);
            case 7 -> "builtins.length " + expression(Type.LIST, depth, scope);
            default -> a + " / " + (1 + pick(5));
        };
    }

    private String bool(int depth, List<Variable> scope) {
        return switch (pick(8)) {
            case 0 -> expression(Type.INT, depth, scope) + " < " + expression(Type.INT, depth, scope);
            case 1 -> expression(Type.STRING, depth, scope) + " >= " + expression(Type.STRING, depth, scope);
            case 2 -> {
                Type type = Type.values()[pick(Type.values().length)];
                // Sets are evaluated first, because the order in which == looks at their attributes is Nix's own affair
                yield "let l = " + expression(type, depth, scope) + "; r = " + expression(type, depth, scope)
                        + "; in builtins.deepSeq [ l r ] (l == r)";
            }
            case 3 -> expression(Type.BOOL, depth, scope) + " && " + expression(Type.BOOL, depth, scope);
            case 4 -> expression(Type.BOOL, depth, scope) + " || " + expression(Type.BOOL, depth, scope);
            case 5 -> expression(Type.BOOL, depth, scope) + " -> " + expression(Type.BOOL, depth, scope);
            case 6 -> "!" + expression(Type.BOOL, depth, scope);
            default -> expression(Type.SET, depth, scope) + " ? " + attr();
        };
    }

    /** A function that is mapped is a lambda, because Nix 2.8 forces that function later than Nix does since. */
    private String list(int depth, List<Variable> scope) {
        return switch (pick(5)) {
            case 0 -> "[ " + expression(Type.INT, depth, scope) + " " + expression(Type.INT, depth, scope) + " ]";
            case 1 -> expression(Type.LIST, depth, scope) + " ++ " + expression(Type.LIST, depth, scope);
            case 2 ->
                "map (x: " + expression(Type.FUNCTION, depth, scope) + " x) " + expression(Type.LIST, depth, scope);
            case 3 -> "builtins.attrValues " + expression(Type.SET, depth, scope);
            default ->
                "builtins.filter (x: x > " + expression(Type.INT, depth, scope) + ") "
                        + expression(Type.LIST, depth, scope);
        };
    }

    /** A set of numbers with at least the names that {@link #attr} gives. */
    private String set(int depth, List<Variable> scope) {
        return switch (pick(6)) {
            case 0 ->
                expression(Type.SET, depth, scope) + " // { " + attr() + " = " + expression(Type.INT, depth, scope)
                        + "; }";
            case 1 -> "{ m" + pick(3) + " = 1; } // " + expression(Type.SET, depth, scope);
            case 2 ->
                "builtins.mapAttrs (n: " + expression(Type.FUNCTION, depth, scope) + ") "
                        + expression(Type.SET, depth, scope);
            case 3 ->
                expression(Type.SET, depth, scope) + " // { ${" + expression(Type.STRING, depth, scope) + "} = "
                        + expression(Type.INT, depth, scope) + "; }";
            case 4 ->
                "rec { a = b - c; b = " + expression(Type.INT, depth, scope) + "; c = "
                        + expression(Type.INT, depth, scope) + "; }";
            default ->
                "{ c = " + expression(Type.INT, depth, scope) + "; a = " + expression(Type.INT, depth, scope) + "; b = "
                        + expression(Type.INT, depth, scope) + "; }";
        };
    }

    private String attr() {
        return List.of("a", "b", "c").get(pick(3));
    }
}
