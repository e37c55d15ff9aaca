package dev.fairlead.nix.value;

import org.jspecify.annotations.Nullable;

/**
 * A value that Java code computes when it is first needed. The cell stays the same object; a computation that fails
 * may be tried again and is then made anew.
 */
public abstract class Promise extends Value {
    private @Nullable Value result;
    private boolean running;

    /** Computes the value, which need not be forced. Called until it succeeds once. */
    protected abstract Value compute();

    /** Drops what only {@link #compute} needed. Called after it succeeded. */
    protected void release() {}

    @Override
    public final Value force() {
        Value known = result;
        return known != null ? known : run();
    }

    private Value run() {
        if (running) {
            throw new EvalException(EvalException.Kind.INFINITE_RECURSION, "infinite recursion encountered");
        }
        running = true;
        try {
            Value computed = compute().force();
            result = computed;
            release();
            return computed;
        } finally {
            running = false;
        }
    }

    @Override
    public final boolean isForced() {
        return result != null;
    }

    @Override
    public final Type type() {
        Value known = result;
        return known == null ? Type.THUNK : known.type();
    }
}
