package dev.fairlead.nix.eval;

import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.value.EvalException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * All access to the disk. Paths are absolute and canonical, as in {@code PathValue} (byte strings).
 *
 * <p>A pure evaluation sees only what lies below its roots, after all symbolic links are followed. Every method throws
 * {@link EvalException} for a path outside.
 */
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

    private static final long MAX_SOURCE_BYTES = 64L << 20;
    private static final int MAX_LINKS = 1000;

    private final boolean pure;

    /** As they were given, and with their links followed. */
    private final List<Path> roots;

    private final List<Path> realRoots;

    /** What stands in the store in memory, by store path: where it was copied from, or its bytes. */
    private final Map<String, String> mounts = new ConcurrentHashMap<>();

    private final Map<String, byte[]> mountedTexts = new ConcurrentHashMap<>();

    /** What programs read as data. */
    private final Set<String> read = ConcurrentHashMap.newKeySet();

    Files(Options options) {
        this.pure = options.pure();
        this.roots = options.roots().stream()
                .map(root -> root.toAbsolutePath().normalize())
                .toList();
        this.realRoots = roots.stream().map(Files::real).toList();
    }

    /** Makes a file or directory readable under a store path, too. */
    public void mount(String storePath, String source) {
        mounts.put(storePath, source);
    }

    /** Makes a text (a byte string) readable as a file with this store path. */
    public void mountText(String storePath, String content) {
        mountedTexts.put(storePath, Bytes.toArray(content));
    }

    /**
     * The bytes of a file.
     *
     * @throws EvalException if it cannot be read
     */
    public byte[] read(String path) {
        byte[] text = mountedTexts.get(path);
        if (text != null) {
            return text.clone();
        }
        read.add(path);
        try {
            return java.nio.file.Files.readAllBytes(readable(path));
        } catch (IOException failure) {
            throw failed("reading file", path, failure);
        }
    }

    /** True if a program read a file as data. */
    boolean wasRead(String path) {
        return read.contains(path);
    }

    /** True if there is a file or folder; false for a link that leads nowhere. */
    public boolean exists(String path) {
        return mountedTexts.containsKey(path) || java.nio.file.Files.exists(allowed(path));
    }

    /** The type of a file, links not followed; null if there is none. */
    public @Nullable FileType type(String path) {
        return mountedTexts.containsKey(path) ? FileType.REGULAR : type(allowed(path));
    }

    /** True if the owner may execute a file. */
    public boolean isExecutable(String path) {
        try {
            return !mountedTexts.containsKey(path)
                    && java.nio.file.Files.getPosixFilePermissions(allowed(path))
                            .contains(PosixFilePermission.OWNER_EXECUTE);
        } catch (IOException failure) {
            throw failed("reading the permissions of", path, failure);
        }
    }

    /**
     * What a symbolic link holds.
     *
     * @throws EvalException if it cannot be read
     */
    public String linkTarget(String path) {
        try {
            return Bytes.encode(
                    java.nio.file.Files.readSymbolicLink(allowed(path)).toString());
        } catch (IOException failure) {
            throw failed("reading symbolic link", path, failure);
        }
    }

    /**
     * The entries of a directory, by name (byte strings), links not followed.
     *
     * @throws EvalException if it cannot be read
     */
    public SortedMap<String, FileType> list(String path) {
        SortedMap<String, FileType> entries = new TreeMap<>();
        try (DirectoryStream<Path> stream = java.nio.file.Files.newDirectoryStream(allowed(path))) {
            for (Path entry : stream) {
                FileType type = type(entry);
                entries.put(Bytes.encode(String.valueOf(entry.getFileName())), type == null ? FileType.UNKNOWN : type);
            }
        } catch (NotDirectoryException failure) {
            // As Nix does, which follows links first
            throw failed("reading directory", Bytes.encode(real(allowed(path)).toString()), failure);
        } catch (IOException failure) {
            throw failed("reading directory", path, failure);
        }
        return entries;
    }

    /**
     * The text of a source file.
     *
     * @throws EvalException if it cannot be read or is larger than 64 MB
     */
    String readSource(String path) {
        byte[] text = mountedTexts.get(path);
        if (text != null) {
            return Bytes.of(text);
        }
        byte[] bytes;
        try {
            Path file = readable(path);
            long size = java.nio.file.Files.size(file);
            if (size > MAX_SOURCE_BYTES) {
                throw new EvalException(
                        EvalException.Kind.INPUT,
                        "file '" + path + "' has " + (size >> 20) + " MB; source files may have 64 MB at most");
            }
            // The size of what is no regular file says nothing
            try (InputStream in = java.nio.file.Files.newInputStream(file)) {
                bytes = in.readNBytes((int) MAX_SOURCE_BYTES);
            }
        } catch (IOException failure) {
            throw failed("reading file", path, failure);
        }
        return Bytes.of(bytes);
    }

    /**
     * The source file that {@code import} of a path means: links at its end are followed, so that relative paths in it
     * start from where the file really is; a directory means its {@code default.nix}.
     */
    String resolveSource(String path) {
        String resolved = path;
        FileType type = type(resolved);
        for (int links = 0; type == FileType.SYMLINK; links++) {
            if (links == MAX_LINKS) {
                throw new EvalException(
                        EvalException.Kind.INPUT,
                        "too many symbolic links encountered while traversing the path '" + path + "'");
            }
            String target = linkTarget(resolved);
            resolved = Paths.canonical(target.startsWith("/") ? target : Paths.directory(resolved) + "/" + target);
            type = type(resolved);
        }
        return type == FileType.DIRECTORY ? Paths.canonical(resolved + "/default.nix") : resolved;
    }

    /** Where a path really is, if it lies in what is mounted. */
    private String source(String path) {
        int store = path.startsWith("/nix/store/") ? "/nix/store/".length() : path.length();
        int end = path.indexOf('/', store);
        String root = end < 0 ? path : path.substring(0, end);
        String source = mounts.get(root);
        return source == null ? path : source + path.substring(root.length());
    }

    private Path allowed(String path) {
        Path file;
        try {
            file = Path.of(Bytes.decode(source(path)));
        } catch (InvalidPathException malformed) {
            throw new EvalException(EvalException.Kind.INPUT, "path '" + path + "' is malformed");
        }
        if (pure && !isBelow(roots, file) && !isBelow(realRoots, file)) {
            throw forbidden(path, "is");
        }
        if (pure) {
            Path real = real(file);
            if (!isBelow(realRoots, real)) {
                throw forbidden(path, "leads to '" + Bytes.encode(real.toString()) + "',");
            }
        }
        return file;
    }

    /** A file that may be opened. In a pure evaluation no pipe or device: they wait for others, and differ each time. */
    private Path readable(String path) throws IOException {
        Path file = allowed(path);
        if (pure
                && java.nio.file.Files.readAttributes(file, BasicFileAttributes.class)
                        .isOther()) {
            throw new EvalException(EvalException.Kind.INPUT, "path '" + path + "' is neither a file nor a directory");
        }
        return file;
    }

    private EvalException forbidden(String path, String where) {
        String folder = roots.isEmpty()
                ? "there is none"
                : Bytes.encode(roots.getFirst().toString());
        return new EvalException(
                EvalException.Kind.INPUT,
                "access to path '" + path + "' is forbidden: it " + where + " outside the fleet directory (" + folder
                        + ")");
    }

    private static boolean isBelow(List<Path> roots, Path file) {
        for (Path root : roots) {
            if (file.startsWith(root)) {
                return true;
            }
        }
        return false;
    }

    /** The path with all links followed as far as it exists. */
    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException missing) {
            Path parent = path.getParent();
            Path name = path.getFileName();
            return parent == null || name == null ? path : real(parent).resolve(name);
        }
    }

    private static @Nullable FileType type(Path path) {
        try {
            BasicFileAttributes attributes =
                    java.nio.file.Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (attributes.isRegularFile()) {
                return FileType.REGULAR;
            }
            if (attributes.isDirectory()) {
                return FileType.DIRECTORY;
            }
            return attributes.isSymbolicLink() ? FileType.SYMLINK : FileType.UNKNOWN;
        } catch (IOException missing) {
            return null;
        }
    }

    private static EvalException failed(String doing, String path, IOException failure) {
        String message = switch (failure) {
            case NoSuchFileException _ -> "path '" + path + "' does not exist";
            case NotDirectoryException _ -> "'" + path + "' is not a directory";
            case AccessDeniedException _ -> doing + " '" + path + "': Permission denied";
            default -> doing + " '" + path + "': " + Bytes.encode(String.valueOf(failure.getMessage()));
        };
        return new EvalException(EvalException.Kind.INPUT, message);
    }
}
