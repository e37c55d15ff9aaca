package dev.fairlead.nix.eval;

import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.value.EvalException;
import java.io.IOException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All access to the disk. Paths are absolute and canonical, as in {@code PathValue} (byte strings). */
public final class Files {
    /** What a directory entry is, as {@code builtins.readDir} says it. */
    public enum FileType {
        REGULAR,
        DIRECTORY,
        SYMLINK,
        UNKNOWN;

        /** As {@code builtins.readFileType} says it. */
        public String nixName() {
            return switch (this) {
                case REGULAR -> "regular";
                case DIRECTORY -> "directory";
                case SYMLINK -> "symlink";
                case UNKNOWN -> "unknown";
            };
        }
    }

    private final Options options;

    Files(Options options) {
        this.options = options;
    }

    /**
     * The bytes of a file.
     *
     * @throws EvalException if it cannot be read or lies outside the allowed folders
     */
    public byte[] read(String path) {
        try {
            return java.nio.file.Files.readAllBytes(allowed(path));
        } catch (IOException failed) {
            throw new EvalException(EvalException.Kind.INPUT, "opening file '" + path + "': No such file or directory");
        }
    }

    /** True if there is a file, folder or link that resolves. */
    public boolean exists(String path) {
        return java.nio.file.Files.exists(allowed(path));
    }

    /** The type of a file, links not followed; null if there is none. */
    public @Nullable FileType type(String path) {
        return type(allowed(path));
    }

    /** The entries of a directory, by name (byte strings), links not followed. */
    public SortedMap<String, FileType> list(String path) {
        SortedMap<String, FileType> entries = new TreeMap<>();
        try (var stream = java.nio.file.Files.newDirectoryStream(allowed(path))) {
            for (Path entry : stream) {
                FileType type = type(entry);
                entries.put(Bytes.encode(String.valueOf(entry.getFileName())), type == null ? FileType.UNKNOWN : type);
            }
        } catch (IOException failed) {
            throw new EvalException(
                    EvalException.Kind.INPUT, "reading directory '" + path + "': No such file or directory");
        }
        return entries;
    }

    private Path allowed(String path) {
        if (options.pure()) {
            throw new EvalException(EvalException.Kind.INPUT, "access to path '" + path + "' is forbidden");
        }
        return Path.of(Bytes.decode(path));
    }

    private static @Nullable FileType type(Path path) {
        try {
            BasicFileAttributes attributes =
                    java.nio.file.Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return attributes.isRegularFile()
                    ? FileType.REGULAR
                    : attributes.isDirectory()
                            ? FileType.DIRECTORY
                            : attributes.isSymbolicLink() ? FileType.SYMLINK : FileType.UNKNOWN;
        } catch (IOException missing) {
            return null;
        }
    }
}
