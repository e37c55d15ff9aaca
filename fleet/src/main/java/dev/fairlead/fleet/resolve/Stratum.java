package dev.fairlead.fleet.resolve;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What is computed when it is first asked for, and then kept. */
final class Stratum<T> {
    private final Supplier<T> computed;
    private @Nullable T known;

    Stratum(Supplier<T> computed) {
        this.computed = computed;
    }

    T get() {
        T result = known;
        if (result == null) {
            result = computed.get();
            known = result;
        }
        return result;
    }
}
