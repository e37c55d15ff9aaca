package dev.fairlead.bench.conformance;

import dev.fairlead.nix.syntax.ExperimentalFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One program of the language suite, with the files that stand beside it. */
record LanguageCase(String name, Path program) {
    /** What a program says that needs more than an evaluator of one text; a rough search, as for a table it may be. */
    private static final Pattern OUTSIDE = Pattern.compile(
            "\\b(import|scopedImport|readFile|readDir|readFileType|hashFile|pathExists|findFile|getEnv|nixPath"
                    + "|derivation(Strict)?|placeholder|storePath|toFile|filterSource|builtins\\.path|appendContext"
                    + "|getContext|hasContext|addDrvOutputDependencies|unsafeDiscard\\w+|outputOf"
                    + "|fetch(url|Tarball|Git|Tree|Mercurial|Closure)|getFlake|parseFlakeRef|flakeRefToString)\\b"
                    + "|<[a-zA-Z]+(/[a-zA-Z.]+)*>");

    /** What the suite says of a case in the file with this ending, or null if there is none. */
    @Nullable
    String beside(String ending) {
        Path file = program.resolveSibling(name + ending);
        return Files.exists(file) ? read(file) : null;
    }

    /** The options of the command line that the case asks for; empty for the usual ones. */
    List<String> flags() {
        String flags = beside(".flags");
        return flags == null || flags.isBlank()
                ? List.of()
                : List.of(flags.strip().split("\\s+"));
    }

    /** The experimental features that the options turn on. */
    Set<ExperimentalFeature> features() {
        Set<ExperimentalFeature> features = EnumSet.noneOf(ExperimentalFeature.class);
        List<String> flags = flags();
        for (int i = 0; i + 1 < flags.size(); i++) {
            ExperimentalFeature feature = ExperimentalFeature.named(flags.get(i + 1));
            if (feature != null && flags.get(i).endsWith("experimental-features")) {
                features.add(feature);
            }
        }
        return features;
    }

    /** Whether it needs neither files, environment, store nor options of the command line. */
    boolean isPure() {
        boolean linted = flags().stream().anyMatch(flag -> flag.startsWith("--lint") || flag.startsWith("--extra"));
        return !linted && !OUTSIDE.matcher(read(program)).find();
    }

    private static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
