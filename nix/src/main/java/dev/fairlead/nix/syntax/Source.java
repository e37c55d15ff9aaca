package dev.fairlead.nix.syntax;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A source text, and the way from offsets to lines and columns.
 *
 * <p>Each source of an evaluation is given a {@code base} by {@link Sources}; {@code base + offset} is a
 * <em>position</em>: one {@code int} that names a place in any of the sources. Position 0 means "nowhere".
 */
public final class Source {
    private final String name;
    private final String directory;
    private final String text;
    private final int base;
    private int @Nullable [] lineStarts;

    /**
     * @param name how the source is called in messages, a path or {@code «string»}
     * @param directory the absolute directory that relative paths in the text are resolved against
     * @param text the byte string of the text
     * @param base the position of its first byte, from {@link Sources}
     */
    Source(String name, String directory, String text, int base) {
        this.name = name;
        this.directory = directory;
        this.text = text;
        this.base = base;
    }

    public String name() {
        return name;
    }

    public String directory() {
        return directory;
    }

    public String text() {
        return text;
    }

    /** The position of the byte at {@code offset}. */
    public int position(int offset) {
        return base + offset;
    }

    int base() {
        return base;
    }

    /** The place of an offset. Costs a binary search after the first call on this source. */
    public Location locate(int offset) {
        return locate(offset, offset);
    }

    /** The place of the bytes from {@code start} to before {@code end}. */
    public Location locate(int start, int end) {
        int line = lineOf(start);
        int endLine = lineOf(end);
        int[] starts = lineStarts();
        return new Location(name, line + 1, start - starts[line] + 1, endLine + 1, end - starts[endLine] + 1);
    }

    /** How many lines there are; text that ends with a line break has an empty last line. */
    public int lines() {
        return lineStarts().length;
    }

    /** The text of a line, without its line break; {@code line} counts from 1. */
    public String line(int line) {
        int[] starts = lineStarts();
        int start = starts[line - 1];
        int end = line < starts.length ? starts[line] : text.length();
        while (end > start && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
            end--;
        }
        return text.substring(start, end);
    }

    private int lineOf(int offset) {
        int found = Arrays.binarySearch(lineStarts(), offset);
        return found >= 0 ? found : -found - 2;
    }

    private int[] lineStarts() {
        int[] starts = lineStarts;
        if (starts == null) {
            starts = new int[16];
            int count = 1;
            for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
                if (count == starts.length) {
                    starts = Arrays.copyOf(starts, count * 2);
                }
                starts[count++] = i + 1;
            }
            starts = Arrays.copyOf(starts, count);
            lineStarts = starts;
        }
        return starts;
    }
}
