package dev.fairlead.nix.eval;

import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.syntax.ExperimentalFeature;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What an evaluation may do and how far it may go. Begin with {@link #DEFAULT} and change what differs.
 *
 * @param pure no environment, no clock, and files only below {@code roots}
 * @param roots the folders that a pure evaluation may read: the fleet directory first, then declared inputs
 * @param searchPath what {@code <name>} is looked up in, in order
 * @param limits how far the evaluation may go before it fails
 * @param features what programs may use besides the language proper
 * @param strictUtf8 whether a source file that is not UTF-8 is refused
 * @param trace where {@code builtins.trace} and warnings go; each message (a byte string) is one call, no line break
 */
public record Options(
        boolean pure,
        List<Path> roots,
        List<SearchPathEntry> searchPath,
        Limits limits,
        Set<ExperimentalFeature> features,
        boolean strictUtf8,
        Consumer<String> trace) {

    /** One entry of the search path; {@code prefix} is empty if the path holds all names. */
    public record SearchPathEntry(String prefix, String path) {}

    /**
     * How far an evaluation may go; what goes further fails with {@code EvalException.Kind.LIMIT}.
     *
     * @param callDepth how deep calls may nest
     * @param time how long it may take from its first run on, or null for any time
     * @param memory how many bytes the heap of Java may hold that are in use, or null for as many as there are
     */
    public record Limits(
            int callDepth,
            @Nullable Duration time,
            @Nullable Long memory) {
        static final Limits DEFAULT = new Limits(10_000, null, null);
    }

    /** Impure, no search path, a depth of 10,000, no experimental features; traces go to standard error. */
    public static final Options DEFAULT = new Options(
            false,
            List.of(),
            List.of(),
            Limits.DEFAULT,
            Set.of(),
            false,
            message -> System.err.println(Bytes.decode(message)));

    public Options {
        roots = List.copyOf(roots);
        searchPath = List.copyOf(searchPath);
        features = Set.copyOf(features);
    }

    /** Pure, with files only below these folders. */
    public Options pureWithin(List<Path> folders) {
        return new Options(true, folders, searchPath, limits, features, strictUtf8, trace);
    }

    public Options withSearchPath(List<SearchPathEntry> entries) {
        return new Options(pure, roots, entries, limits, features, strictUtf8, trace);
    }

    public Options withMaxCallDepth(int depth) {
        return withLimits(new Limits(depth, limits.time(), limits.memory()));
    }

    /** Stops the evaluation when this time has passed since it began. */
    public Options withTimeout(Duration time) {
        return withLimits(new Limits(limits.callDepth(), time, limits.memory()));
    }

    /** Stops the evaluation when it holds on to more memory than this, in bytes. */
    public Options withMaxMemory(long bytes) {
        return withLimits(new Limits(limits.callDepth(), limits.time(), bytes));
    }

    private Options withLimits(Limits changed) {
        return new Options(pure, roots, searchPath, changed, features, strictUtf8, trace);
    }

    public Options withFeatures(Set<ExperimentalFeature> enabled) {
        return new Options(pure, roots, searchPath, limits, enabled, strictUtf8, trace);
    }

    public Options withStrictUtf8(boolean strict) {
        return new Options(pure, roots, searchPath, limits, features, strict, trace);
    }

    public Options withTrace(Consumer<String> sink) {
        return new Options(pure, roots, searchPath, limits, features, strictUtf8, sink);
    }
}
