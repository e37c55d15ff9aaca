package dev.fairlead.cli.check;

import java.nio.file.Path;

/**
 * How build servers know files: relative to where the command runs, which there is the top of the repository, while
 * findings name them relative to the fleet.
 */
public final class FileNames {
    private final Path fleet;
    private final Path workingDirectory;

    /** Two absolute folders. */
    public FileNames(Path fleet, Path workingDirectory) {
        this.fleet = fleet.normalize();
        this.workingDirectory = workingDirectory.normalize();
    }

    /** The name of a file of a finding, with {@code /}; absolute for a file outside of the working directory. */
    String of(String file) {
        Path path = fleet.resolve(file).normalize();
        Path shown = path.startsWith(workingDirectory) ? workingDirectory.relativize(path) : path;
        return shown.toString().replace(shown.getFileSystem().getSeparator(), "/");
    }
}
