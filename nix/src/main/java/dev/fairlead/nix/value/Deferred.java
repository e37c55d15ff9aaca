package dev.fairlead.nix.value;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The promise of what Java code computes. If that needs the promise itself, it fails as a recursion of the language. */
public final class Deferred extends Promise {
    /** Null while it is computed, and after. */
    private @Nullable Supplier<? extends Value> work;

    /** @param work done when the value is first needed, and again whenever that failed */
    public Deferred(Supplier<? extends Value> work) {
        this.work = work;
    }

    @Override
    protected Value compute() {
        Supplier<? extends Value> todo = work;
        if (todo == null) {
            throw infiniteRecursion();
        }
        work = null;
        try {
            return todo.get().force(); // here, as what the work gives may fail too
        } catch (Throwable failure) {
            work = todo;
            throw failure;
        }
    }
}
