package dev.fairlead.nix.eval;

import dev.fairlead.nix.syntax.Bytes;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * What an evaluation may do and how far it may go. Begin with {@link #DEFAULT} and change what differs.
 *
 * @param pure no environment, no clock, and files only below {@code roots}
 * @param roots the folders that a pure evaluation may read: the fleet directory first, then declared inputs
 * @param searchPath what {@code <name>} is looked up in, in order
 * @param maxCallDepth how deep calls may nest before the evaluation fails
 * @param pipes whether {@code |>} and {@code <|} are operators
 * @param strictUtf8 whether a source file that is not UTF-8 is refused
 * @param trace where {@code builtins.trace} and warnings go; each message (a byte string) is one call, no line break
 */
public record Options(
        boolean pure,
        List<Path> roots,
        List<SearchPathEntry> searchPath,
        int maxCallDepth,
        boolean pipes,
        boolean strictUtf8,
        Consumer<String> trace) {

    /** One entry of the search path; {@code prefix} is empty if the path holds all names. */
    public record SearchPathEntry(String prefix, String path) {}

    /** Impure, no search path, a depth of 10,000, current syntax; traces go to standard error. */
    public static final Options DEFAULT = new Options(
            false, List.of(), List.of(), 10_000, true, false, message -> System.err.println(Bytes.decode(message)));

    public Options {
        roots = List.copyOf(roots);
        searchPath = List.copyOf(searchPath);
    }

    /** Pure, with files only below these folders. */
    public Options pureWithin(List<Path> folders) {
        return new Options(true, folders, searchPath, maxCallDepth, pipes, strictUtf8, trace);
    }

    public Options withSearchPath(List<SearchPathEntry> entries) {
        return new Options(pure, roots, entries, maxCallDepth, pipes, strictUtf8, trace);
    }

    public Options withMaxCallDepth(int depth) {
        return new Options(pure, roots, searchPath, depth, pipes, strictUtf8, trace);
    }

    public Options withPipes(boolean enabled) {
        return new Options(pure, roots, searchPath, maxCallDepth, enabled, strictUtf8, trace);
    }

    public Options withStrictUtf8(boolean strict) {
        return new Options(pure, roots, searchPath, maxCallDepth, pipes, strict, trace);
    }

    public Options withTrace(Consumer<String> sink) {
        return new Options(pure, roots, searchPath, maxCallDepth, pipes, strictUtf8, sink);
    }
}
