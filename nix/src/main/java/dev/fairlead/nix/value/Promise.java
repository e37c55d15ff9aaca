package dev.fairlead.nix.value;

import org.jspecify.annotations.Nullable;

/**
 * A value that is computed when it is first needed. The cell stays the same object.
 *
 * <p>A promise is kept small, since programs make millions: a subclass marks in its own fields that it is being computed
 * and throws {@link #infiniteRecursion} if it is asked again meanwhile; after a failure it restores them, so that
 * asking again fails the same way.
 */
public abstract class Promise extends Value {
    private @Nullable Value result;

    /**
     * Computes the value. Called until it succeeds once. What it gives may be a promise itself, but not if the subclass
     * marks that it is being computed: it could not restore the marks when that promise fails.
     */
    protected abstract Value compute();

    /** What to throw if a value is needed to compute itself. */
    protected static EvalException infiniteRecursion() {
        return new EvalException(EvalException.Kind.INFINITE_RECURSION, "infinite recursion encountered");
    }

    final Value resolve() {
        Value known = result;
        return known != null ? known : settle();
    }

    /** Computes the value in weak head normal form, and keeps it. */
    Value settle() {
        Value computed = compute().force();
        result = computed;
        return computed;
    }

    final boolean isResolved() {
        return result != null;
    }

    @Override
    public final Type type() {
        Value known = result;
        return known == null ? Type.THUNK : known.type();
    }
}
