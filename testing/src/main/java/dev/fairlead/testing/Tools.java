package dev.fairlead.testing;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/**
 * External programs that serve as oracles. None is required: a test that asks for one which is not installed is
 * skipped, and the reason names the program and the Debian package that has it.
 */
public final class Tools {
    private Tools() {}

    /** The evaluator of Nix: oracle for parsing, evaluation and emitted modules. */
    public static Program nixInstantiate() {
        return require("nix-bin", "nix-instantiate");
    }

    /** Graphviz: renders DOT. */
    public static Program dot() {
        return require("graphviz", "dot");
    }

    /** A browser, for Mermaid and the viewer. */
    public static Program chromium() {
        return require("chromium", "chromium", "chromium-browser", "google-chrome");
    }

    public static Program node() {
        return require("nodejs", "node", "nodejs");
    }

    public static Program git() {
        return require("git", "git");
    }

    /**
     * The first of {@code commands} that is installed; skips the test if none is.
     *
     * @param debianPackage what to install, for the reason of the skip
     * @param commands names of the same program, the usual one first
     */
    public static Program require(String debianPackage, String... commands) {
        for (String command : commands) {
            Optional<Path> path = find(command, System.getenv("PATH"));
            if (path.isPresent()) {
                return new Program(command, path.get(), List.of());
            }
        }
        return Assumptions.abort(commands[0] + " is not installed (Debian package " + debianPackage + ")");
    }

    static Optional<Path> find(String command, String searchPath) {
        for (String folder : searchPath.split(File.pathSeparator, -1)) {
            if (folder.isEmpty()) {
                continue;
            }
            Path candidate = Path.of(folder, command);
            if (Files.isRegularFile(candidate) && Files.isExecutable(candidate)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }
}
