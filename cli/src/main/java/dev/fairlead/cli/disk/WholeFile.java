package dev.fairlead.cli.disk;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * A file that is replaced as a whole. If a run is killed, or the machine stops, it holds what it held before or all that was
 * written: the new content is written beside it, and takes its name once the disk has all of it.
 */
public final class WholeFile {
    private static final String SUFFIX = ".tmp";

    private final Path file;
    private final Path directory;
    private final String prefix;
    private final Disk disk;

    /** A file in a directory that is there. */
    public WholeFile(Path file, Disk disk) {
        this.file = file;
        this.directory = Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file has a directory");
        this.prefix = "." + file.getFileName() + ".";
        this.disk = disk;
    }

    /**
     * Replaces the content.
     *
     * @throws IOException if it cannot be written; the old content is then still there
     */
    public void write(byte[] content) throws IOException {
        sweep();
        Path temporary = directory.resolve(prefix + ProcessHandle.current().pid() + SUFFIX);
        try {
            disk.write(temporary, content);
            disk.rename(temporary, target());
            disk.syncNames(directory);
        } catch (IOException failure) {
            Files.deleteIfExists(temporary);
            throw failure;
        }
    }

    /** What the file leads to if it is a link, which stays one. */
    private Path target() throws IOException {
        return Files.isSymbolicLink(file) && Files.exists(file) ? file.toRealPath() : file;
    }

    /** Removes what runs left behind that were killed. What belongs to a process that still runs is left to it. */
    private void sweep() throws IOException {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(directory, this::isLeftBehind)) {
            for (Path old : left) {
                Files.deleteIfExists(old);
            }
        }
    }

    private boolean isLeftBehind(Path candidate) {
        String name = String.valueOf(candidate.getFileName());
        if (!name.startsWith(prefix) || !name.endsWith(SUFFIX) || name.length() <= prefix.length() + SUFFIX.length()) {
            return false;
        }
        String pid = name.substring(prefix.length(), name.length() - SUFFIX.length());
        return pid.matches("[0-9]{1,18}")
                && ProcessHandle.of(Long.parseLong(pid)).isEmpty();
    }
}
