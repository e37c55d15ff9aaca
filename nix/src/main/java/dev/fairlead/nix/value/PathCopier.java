package dev.fairlead.nix.value;

/**
 * Puts files into the store. Values do not know of stores, so the thread that evaluates implements this: coercing a
 * path to a string asks the current thread.
 */
public interface PathCopier {
    /**
     * The store path that the file or directory would have, with itself as context.
     *
     * @throws EvalException if it cannot be read, or must not be
     */
    StringValue copyToStore(PathValue path);
}
