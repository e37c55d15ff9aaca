package dev.fairlead.cli.suite;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the suites below a directory: the files {@code *.nix} whose text has what a test must have, {@code test},
 * {@code expr}, and {@code expected} or {@code expectedError}. Other files are not evaluated. Hidden directories and
 * symbolic links are left alone.
 */
public final class SuiteFiles {
    private SuiteFiles() {}

    /**
     * The files, sorted by their paths.
     *
     * @throws IOException if a directory or a file cannot be read
     */
    public static List<Path> below(Path directory) throws IOException {
        List<Path> suites = new ArrayList<>();
        Files.walkFileTree(directory, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                boolean hidden = !folder.equals(directory)
                        && String.valueOf(folder.getFileName()).startsWith(".");
                return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (attributes.isRegularFile() && file.toString().endsWith(".nix") && holdsTests(file)) {
                    suites.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        suites.sort(null);
        return suites;
    }

    private static boolean holdsTests(Path file) throws IOException {
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        return text.contains("expected") && text.contains("expr") && text.contains("test");
    }
}
