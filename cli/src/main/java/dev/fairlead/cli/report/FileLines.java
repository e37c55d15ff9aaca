package dev.fairlead.cli.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lines of the files below a folder; each file is read once, when first asked for. */
public final class FileLines implements SourceLines {
    /** A larger file is reported as such; quoting a line of it is not worth reading it. */
    private static final long MAX_BYTES = 64L << 20;

    private final Path root;
    private final Map<String, Lines> files = new HashMap<>();

    public FileLines(Path root) {
        this.root = root;
    }

    @Override
    public @Nullable String line(String file, int line) {
        return files.computeIfAbsent(file, this::read).get(line);
    }

    /** The lines of a file; none if it cannot be read, for then the finding itself says so. */
    private Lines read(String file) {
        try {
            Path path = root.resolve(file);
            if (Files.isRegularFile(path) && Files.size(path) <= MAX_BYTES) {
                return Lines.of(new String(Files.readAllBytes(path), StandardCharsets.UTF_8));
            }
        } catch (IOException | InvalidPathException unreadable) {
            return Lines.NONE;
        }
        return Lines.NONE;
    }

    /** A text, and where its lines start. Only {@code \n} ends a line, as in Nix. */
    private static final class Lines {
        static final Lines NONE = new Lines("", new int[0]);

        private final String text;
        private final int[] starts;

        private Lines(String text, int[] starts) {
            this.text = text;
            this.starts = starts;
        }

        static Lines of(String text) {
            int[] starts = new int[16];
            int count = 1;
            for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
                if (count == starts.length) {
                    starts = Arrays.copyOf(starts, count * 2);
                }
                starts[count++] = i + 1;
            }
            return new Lines(text, Arrays.copyOf(starts, count));
        }

        @Nullable
        String get(int line) {
            if (line < 1 || line > starts.length) {
                return null;
            }
            int start = starts[line - 1];
            int end = line < starts.length ? starts[line] - 1 : text.length();
            return text.substring(start, end > start && text.charAt(end - 1) == '\r' ? end - 1 : end);
        }
    }
}
