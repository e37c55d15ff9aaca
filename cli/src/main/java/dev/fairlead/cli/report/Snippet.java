package dev.fairlead.cli.report;

import dev.fairlead.cli.report.Paint.Ink;
import dev.fairlead.fleet.finding.Place;

/**
 * A source line with carets under a place in it, in a frame with the line's number. Of a place of several lines, the first
 * is shown; of a very long line, the part around the carets.
 */
final class Snippet {
    /** How many columns of source are shown at most. */
    private static final int MAX_WIDTH = 110;
    /** How many characters of a line that is cut are shown before the carets. */
    private static final int CONTEXT = 30;

    private final StringBuilder source = new StringBuilder();
    private int width;
    private int caretColumn;
    private int carets;

    /**
     * @param start in code points, from 0
     * @param end after the place; {@link Integer#MAX_VALUE} if it ends on a later line
     */
    private Snippet(String line, int start, int end) {
        int length = line.codePointCount(0, line.length());
        // The file may have changed since it was read: a place past the end of the line gets one caret there.
        int from = Math.clamp(start, 0, length);
        int index = fits(line) ? 0 : Math.max(0, from - CONTEXT);
        int offset = line.offsetByCodePoints(0, index);
        if (index > 0) {
            add("…", 1);
        }
        while (offset < line.length() && width < MAX_WIDTH) {
            int point = line.codePointAt(offset);
            int columns = TerminalText.width(point);
            if (index == from) {
                caretColumn = width;
            }
            if (index >= from && index < end) {
                carets += columns;
            }
            add(TerminalText.visible(point), columns);
            offset += Character.charCount(point);
            index++;
        }
        if (index == from) {
            caretColumn = width;
        }
        if (offset < line.length()) {
            add("…", 1);
        }
        carets = Math.max(1, carets);
    }

    /**
     * Appends the snippet, each of its lines ended.
     *
     * @param line the text of the first line of {@code place}
     * @param ink of the carets
     */
    static void append(Place place, String line, Ink ink, Paint paint, StringBuilder out) {
        boolean whole = place.endLine() > place.line();
        Snippet snippet = new Snippet(
                whole ? line.stripTrailing() : line,
                place.column() - 1,
                whole ? Integer.MAX_VALUE : place.endColumn() - 1);
        String number = Integer.toString(place.line());
        String blank = " ".repeat(number.length());
        frame(blank, "", paint, out);
        frame(number, " " + snippet.source.toString().stripTrailing(), paint, out);
        String carets = paint.text(ink, "^".repeat(snippet.carets));
        frame(blank, " " + " ".repeat(snippet.caretColumn) + carets, paint, out);
    }

    private static void frame(String number, String content, Paint paint, StringBuilder out) {
        out.append(paint.text(Ink.GUTTER, number + " |")).append(content).append('\n');
    }

    private void add(String shown, int columns) {
        source.append(shown);
        width += columns;
    }

    private static boolean fits(String line) {
        int width = 0;
        for (int i = 0; i < line.length() && width <= MAX_WIDTH; ) {
            int point = line.codePointAt(i);
            width += TerminalText.width(point);
            i += Character.charCount(point);
        }
        return width <= MAX_WIDTH;
    }
}
