package dev.fairlead.fleet.finding;

import java.util.Comparator;

/**
 * Where something is written.
 *
 * @param file relative to the fleet directory, with {@code /}; absolute for a file outside it
 * @param line from 1
 * @param column from 1, in characters (Unicode code points)
 * @param endLine the line of the first character after it
 * @param endColumn the column of the first character after it
 */
public record Place(String file, int line, int column, int endLine, int endColumn) implements Comparable<Place> {
    private static final Comparator<Place> ORDER = Comparator.comparing(Place::file)
            .thenComparingInt(Place::line)
            .thenComparingInt(Place::column)
            .thenComparingInt(Place::endLine)
            .thenComparingInt(Place::endColumn);

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }

    /** {@code file:line:column}. */
    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
