package dev.fairlead.cli.why;

import org.jspecify.annotations.Nullable;

/** One kind of thing that {@code why} can explain. */
@FunctionalInterface
interface Question {
    /**
     * The answer, or null if the words ask something else.
     *
     * @throws dev.fairlead.cli.args.UsageException if they ask this, but in a way that could mean several things
     */
    @Nullable
    Answer answer(Asked asked);
}
