package dev.fairlead.nix.value;

import org.jspecify.annotations.Nullable;

/** The promise of {@code function argument} or {@code function a b}. */
public final class DelayedCall extends Promise {
    /** Null while the call runs and after it. */
    private @Nullable Value function;

    private Value first;
    private @Nullable Value second;

    public DelayedCall(Value function, Value argument) {
        this.function = function;
        this.first = argument;
    }

    public DelayedCall(Value function, Value a, Value b) {
        this.function = function;
        this.first = a;
        this.second = b;
    }

    @Override
    protected Value compute() {
        Value callee = function;
        if (callee == null) {
            throw infiniteRecursion();
        }
        function = null;
        Value result;
        try {
            Value b = second;
            result = b == null ? Functions.call(callee, first) : Functions.call(callee, first, b);
        } catch (Throwable failure) {
            function = callee;
            throw failure;
        }
        first = NullValue.NULL;
        second = null;
        return result;
    }
}
