package dev.fairlead.nix.value;

/** Application of any value: a function, or a set with {@code __functor}. */
public final class Functions {
    private static final Symbol FUNCTOR = Symbol.of("__functor");

    private Functions() {}

    /** {@code function argument}, in weak head normal form. {@code function} need not be forced. */
    public static Value call(Value function, Value argument) {
        Value forced = function.force();
        return forced instanceof FunctionValue f
                ? f.call(argument)
                : functor(forced).call(forced, argument);
    }

    /** {@code function a b}, in weak head normal form. */
    public static Value call(Value function, Value a, Value b) {
        Value forced = function.force();
        return forced instanceof FunctionValue f
                ? f.call(a, b)
                : functor(forced).call(forced, a, b);
    }

    /** {@code function a b c}, in weak head normal form. */
    public static Value call(Value function, Value a, Value b, Value c) {
        Value forced = function.force();
        return forced instanceof FunctionValue f
                ? f.call(a, b, c)
                : call(functor(forced).call(forced, a, b), c);
    }

    /** True if a forced value is a set that can be called. */
    public static boolean isFunctor(Value value) {
        return value instanceof AttrsValue attrs && attrs.get(FUNCTOR) != null;
    }

    private static FunctionValue functor(Value value) {
        if (value instanceof AttrsValue attrs) {
            Value functor = attrs.get(FUNCTOR);
            if (functor != null) {
                Value forced = functor.force();
                return forced instanceof FunctionValue f ? f : new FunctorFunction(forced);
            }
        }
        throw EvalException.type("attempt to call something which is not a function but " + Describe.value(value) + ": "
                + Excerpt.of(value));
    }

    /** A {@code __functor} that is itself a set with {@code __functor}. */
    private static final class FunctorFunction extends FunctionValue {
        private final Value functor;

        FunctorFunction(Value functor) {
            this.functor = functor;
        }

        @Override
        public Value call(Value argument) {
            CallDepth.enter(); // A set that is its own functor has no function in it
            try {
                return Functions.call(functor, argument);
            } finally {
                CallDepth.leave();
            }
        }
    }
}
