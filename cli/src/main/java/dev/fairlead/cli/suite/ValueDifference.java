package dev.fairlead.cli.suite;

import org.jspecify.annotations.Nullable;

/**
 * A place where two values differ.
 *
 * @param path the way there as {@code -A} takes it, perhaps with a line of a text; empty for the values themselves
 * @param found what is there, in the notation of the language; null if nothing is
 * @param expected what should be there; null if nothing should
 */
public record ValueDifference(
        String path, @Nullable String found, @Nullable String expected) {
    /** {@code found 1, expected nothing}. */
    public String sentence() {
        return "found " + (found == null ? "nothing" : found) + ", expected "
                + (expected == null ? "nothing" : expected);
    }
}
