package dev.fairlead.fleet.declare;

import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.finding.FindingId;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds the {@code .nix} files below a directory of the fleet, sorted by path. Passes over names that begin with
 * {@code _}, by which a fleet sets files aside, and with {@code .}, as editors leave behind. Links are followed, each
 * file and directory once.
 */
final class ModuleTree {
    private final Path root;
    private final Set<Path> seen = new HashSet<>();
    private final Set<Path> around = new HashSet<>();
    private final List<Path> files = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    ModuleTree(Path root) {
        this.root = root;
    }

    List<Path> files() {
        return files;
    }

    List<Finding> findings() {
        return findings;
    }

    /** What findings call a file. */
    static String relative(Path root, Path file) {
        return root.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
    }

    void visit(Path path) {
        try {
            Path real = path.toRealPath();
            if (!real.startsWith(root)) {
                report(path, "is a link out of the fleet directory");
            } else if (around.contains(real)) {
                report(path, "is a link to a directory that it lies in");
            } else if (seen.add(real)) {
                if (Files.isDirectory(real)) {
                    around.add(real);
                    visitAll(path);
                    around.remove(real);
                } else if (path.toString().endsWith(".nix")) {
                    files.add(path);
                }
            }
        } catch (IOException failure) {
            report(path, Files.isSymbolicLink(path) ? "is a link that leads nowhere" : "cannot be read");
        }
    }

    private void visitAll(Path directory) throws IOException {
        var entries = new TreeSet<String>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(directory)) {
            for (Path entry : stream) {
                String name = String.valueOf(entry.getFileName());
                if (!name.startsWith("_") && !name.startsWith(".")) {
                    entries.add(name);
                }
            }
        }
        for (String name : entries) {
            Path entry = directory.resolve(name);
            if (name.endsWith(".nix") || Files.isDirectory(entry) || Files.isSymbolicLink(entry)) {
                visit(entry);
            }
        }
    }

    private void report(Path path, String problem) {
        String file = relative(root, path);
        findings.add(Finding.of(FindingId.EVALUATION, file + " " + problem + ".")
                .at(Places.wholeFile(file))
                .build());
    }
}
