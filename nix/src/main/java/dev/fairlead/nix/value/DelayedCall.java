package dev.fairlead.nix.value;

import org.jspecify.annotations.Nullable;

/** The promise of {@code function argument} or {@code function a b}. */
public final class DelayedCall extends Promise {
    private Value function;
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
        Value b = second;
        return b == null ? Functions.call(function, first) : Functions.call(function, first, b);
    }

    @Override
    protected void release() {
        function = NullValue.NULL;
        first = NullValue.NULL;
        second = null;
    }
}
