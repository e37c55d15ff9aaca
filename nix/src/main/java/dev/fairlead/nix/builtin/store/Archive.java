package dev.fairlead.nix.builtin.store;

import dev.fairlead.nix.eval.Files;
import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.value.EvalException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The hash of a file, link or directory as a Nix archive (NAR): contents, names and the executable bit, and nothing
 * else. The archive itself is never built.
 */
public final class Archive {
    /** Chooses what becomes part of an archive. */
    public interface Filter {
        /** Takes everything. */
        Filter ALL = (path, type) -> true;

        /**
         * Whether a file or directory is taken; what is below a directory that is not is not asked for.
         *
         * @param path absolute
         */
        boolean accepts(String path, Files.FileType type);
    }

    private static final byte[] ZEROS = new byte[8];

    private final Files files;
    private final Filter filter;
    private final MessageDigest digest = Digest.Algorithm.SHA256.start();

    private Archive(Files files, Filter filter) {
        this.files = files;
        this.filter = filter;
    }

    /**
     * The SHA-256 of the archive of a path.
     *
     * @throws EvalException if something in it cannot be read, or is neither file, link nor directory
     */
    static Digest hash(Files files, String path, Filter filter) {
        Archive archive = new Archive(files, filter);
        archive.put("nix-archive-1");
        archive.node(path, files.type(path));
        return Digest.finish(Digest.Algorithm.SHA256, archive.digest);
    }

    private void node(String path, Files.@Nullable FileType type) {
        put("(");
        put("type");
        switch (type) {
            case null -> throw new EvalException(EvalException.Kind.INPUT, "path '" + path + "' does not exist");
            case REGULAR -> {
                put("regular");
                if (files.isExecutable(path)) {
                    put("executable");
                    put("");
                }
                put("contents");
                put(files.read(path));
            }
            case DIRECTORY -> {
                put("directory");
                for (Map.Entry<String, Files.FileType> entry : files.list(path).entrySet()) {
                    String child = (path.equals("/") ? "" : path) + "/" + entry.getKey();
                    if (filter.accepts(child, entry.getValue())) {
                        put("entry");
                        put("(");
                        put("name");
                        put(entry.getKey());
                        put("node");
                        node(child, entry.getValue());
                        put(")");
                    }
                }
            }
            case SYMLINK -> {
                put("symlink");
                put("target");
                put(files.linkTarget(path));
            }
            case UNKNOWN ->
                throw new EvalException(EvalException.Kind.INPUT, "file '" + path + "' has an unsupported type");
        }
        put(")");
    }

    private void put(String text) {
        put(Bytes.toArray(text));
    }

    /** A length of 64 bits, the bytes, and zeros up to a multiple of 8. */
    private void put(byte[] bytes) {
        digest.update(ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(0, bytes.length));
        digest.update(bytes);
        digest.update(ZEROS, 0, -bytes.length & 7);
    }
}
