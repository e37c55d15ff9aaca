package dev.fairlead.nix.value;

/** A function: a lambda of the program, or one written in Java, perhaps applied to some of its arguments. */
public abstract class FunctionValue extends Value {
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
