package dev.fairlead.nix.syntax;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The tree of a Nix expression, as the parser leaves it: attribute sets are merged ({@code a.b = 1; a.c = 2;} is one
 * nested set), indented strings are stripped, everything else is as written.
 *
 * <p>Positions are byte offsets into the source: {@code start} of the first byte and {@code end} after the last.
 */
public sealed interface Expr {
    /** Offset of the first byte of the expression in its source. */
    int start();

    /** Offset after the last byte of the expression in its source. */
    int end();

    /** An integer literal. */
    record IntegerLiteral(long value, int start, int end) implements Expr {}

    /** A floating-point literal. */
    record FloatLiteral(double value, int start, int end) implements Expr {}

    /** A string without interpolation, an unquoted URI included. */
    record StringLiteral(String value, int start, int end) implements Expr {}

    /**
     * A string with interpolation. {@code parts} alternate freely between {@link StringLiteral} and other expressions, each of
     * which is coerced to a string.
     */
    record Interpolation(List<Expr> parts, int start, int end) implements Expr {}

    /** A path literal without interpolation, as written: {@code ./a}, {@code /a}, {@code a/b} or {@code ~/a}. */
    record PathLiteral(String text, int start, int end) implements Expr {}

    /** A path with interpolation; the first part is a {@link PathLiteral}, as written up to the first {@code ${}}. */
    record PathInterpolation(List<Expr> parts, int start, int end) implements Expr {}

    /** {@code <name>}: means {@code __findFile __nixPath "name"}, both names looked up lexically. */
    record SearchPath(String name, int start, int end) implements Expr {}

    /** A variable. */
    record Var(String name, int start, int end) implements Expr {}

    /** {@code __curPos}. */
    record CurrentPosition(int start, int end) implements Expr {}

    /** {@code subject.path} or {@code subject.path or fallback}. */
    record Select(
            Expr subject, List<AttrName> path, @Nullable Expr fallback, int start, int end) implements Expr {}

    /** {@code subject ? path}. */
    record HasAttr(Expr subject, List<AttrName> path, int start, int end) implements Expr {}

    /** {@code function arg1 arg2 ...}; {@code args} is not empty and {@code function} is no application itself, except in {@code (f a) or}. */
    record Apply(Expr function, List<Expr> args, int start, int end) implements Expr {}

    /** {@code param: body}, {@code { formals }: body}, {@code param@{ formals }: body}. */
    record Lambda(
            @Nullable String param,
            @Nullable Formals formals,
            Expr body,
            @Nullable String doc,
            int start,
            int end) implements Expr {}

    /** {@code let bindings in body}. */
    record Let(Bindings bindings, Expr body, int start, int end) implements Expr {}

    /** {@code { bindings }} or {@code rec { bindings }}. */
    record Attrs(boolean recursive, Bindings bindings, int start, int end) implements Expr {}

    /** {@code let { bindings }}: the old form, {@code (rec { bindings }).body}. */
    record OldLet(Bindings bindings, int start, int end) implements Expr {}

    /** {@code [ items ]}. */
    record ListOf(List<Expr> items, int start, int end) implements Expr {}

    /** {@code if condition then yes else no}. */
    record If(Expr condition, Expr yes, Expr no, int start, int end) implements Expr {}

    /** {@code with scope; body}. */
    record With(Expr scope, Expr body, int start, int end) implements Expr {}

    /** {@code assert condition; body}. */
    record Assert(Expr condition, Expr body, int start, int end) implements Expr {}

    /** {@code !operand} or {@code -operand}. */
    record Unary(UnaryOperator operator, Expr operand, int start, int end) implements Expr {}

    /** {@code left operator right}; {@code operatorStart} is the offset of the operator, where Nix puts its errors. */
    record Binary(BinaryOperator operator, Expr left, Expr right, int operatorStart, int start, int end)
            implements Expr {}

    /** Prefix operators. */
    enum UnaryOperator {
        NOT,
        /** Means {@code __sub 0 x}, with {@code __sub} looked up lexically. */
        NEGATE
    }

    /**
     * Infix operators, pipes included ({@code a |> f} stays a {@code Binary}). Arithmetic and comparison mean calls of
     * {@code __sub __mul __div __lessThan}, which are looked up lexically; {@code +} does not.
     */
    enum BinaryOperator {
        PIPE_FROM("<|"),
        PIPE_INTO("|>"),
        IMPLIES("->"),
        OR("||"),
        AND("&&"),
        EQUAL("=="),
        NOT_EQUAL("!="),
        LESS("<"),
        LESS_EQUAL("<="),
        GREATER(">"),
        GREATER_EQUAL(">="),
        UPDATE("//"),
        ADD("+"),
        SUBTRACT("-"),
        MULTIPLY("*"),
        DIVIDE("/"),
        CONCAT("++");

        private final String text;

        BinaryOperator(String text) {
            this.text = text;
        }

        /** The operator as written. */
        public String text() {
            return text;
        }
    }

    /** One component of an attribute path: a name known to the parser, or an expression that gives one. */
    sealed interface AttrName {
        int start();

        int end();

        /** {@code a}, {@code "a"}, or {@code ${"a"}}. */
        record Static(String name, int start, int end) implements AttrName {}

        /** {@code ${e}} or {@code "x${e}"}. */
        record Dynamic(Expr expression, int start, int end) implements AttrName {}
    }

    /**
     * The definitions of a set or {@code let}, merged by name; not changed any more once the source is parsed.
     *
     * @param attrs definitions with static names, in the order of their first definition
     * @param inheritFrom the expressions of {@code inherit (e) ...}, each evaluated once and shared
     * @param dynamic definitions whose names are computed; empty for {@link Let}
     */
    record Bindings(Map<String, Binding> attrs, List<Expr> inheritFrom, List<DynamicBinding> dynamic) {}

    /** A definition with a static name; {@code start} is where its attribute path or inherited name begins. */
    sealed interface Binding {
        int start();

        /** {@code name = value;}. */
        record Plain(Expr value, int start) implements Binding {}

        /** {@code inherit name;}: {@code variable} is looked up outside the set. */
        record Inherit(Var variable, int start) implements Binding {}

        /** {@code inherit (e) name;}: selects {@code name} from {@code inheritFrom[source]}. */
        record InheritFrom(int source, String name, int start) implements Binding {}
    }

    /** {@code ${name} = value;}. */
    record DynamicBinding(Expr name, Expr value, int start) {}

    /** {@code { a, b ? d, ... }}; in source order. */
    record Formals(List<Formal> formals, boolean ellipsis) {}

    /** One formal argument. */
    record Formal(String name, @Nullable Expr fallback, int start) {}
}
