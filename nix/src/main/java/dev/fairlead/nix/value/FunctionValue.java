package dev.fairlead.nix.value;

import org.jspecify.annotations.Nullable;

/** A function: a lambda of the program, or one written in Java, perhaps applied to some of its arguments. */
public abstract class FunctionValue extends Value {
    /** Who wrote a function, as printing and messages tell it apart. */
    public enum Origin {
        LAMBDA,
        BUILTIN,
        PARTIAL_BUILTIN
    }

    public Origin origin() {
        return Origin.LAMBDA;
    }

    /** The name of the built-in function, or the one that a lambda was first bound to, or null. */
    public @Nullable String name() {
        return null;
    }

    /** Where a lambda is written, or 0. */
    public int position() {
        return 0;
    }

    /** Where a lambda is written, as {@code FILE:LINE:COLUMN}, or null. */
    public @Nullable String place() {
        return null;
    }

    /** The name of the argument of a lambda that does not take a set apart, or null. */
    public @Nullable Symbol parameter() {
        return null;
    }

    /** The formal arguments, or null if the function does not take a set apart. */
    public @Nullable Formals formals() {
        return null;
    }

    /**
     * The result of applying the function, in weak head normal form.
     *
     * @param argument a cell, perhaps not forced
     * @throws EvalException if the evaluation fails
     */
    public abstract Value call(Value argument);

    /** {@code f a b}, in weak head normal form; functions of several arguments do it in one step. */
    public Value call(Value a, Value b) {
        return Functions.call(call(a), b);
    }

    /** {@code f a b c}, in weak head normal form; functions of several arguments do it in one step. */
    public Value call(Value a, Value b, Value c) {
        return Functions.call(call(a, b), c);
    }

    @Override
    public Type type() {
        return Type.FUNCTION;
    }
}
