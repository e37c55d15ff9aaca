package dev.fairlead.fuzz;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What Jazzer calls, by these names; the target is the first of its {@code --target_args}. */
public final class JazzerEntry {
    private static @Nullable Target target;

    private JazzerEntry() {}

    /** Chooses the target. */
    public static void fuzzerInitialize(String[] arguments) {
        target = Targets.named(arguments[0]);
    }

    /** Reads one input. */
    public static void fuzzerTestOneInput(byte[] input) {
        Objects.requireNonNull(target, "fuzzerInitialize was called").read(input);
    }
}
