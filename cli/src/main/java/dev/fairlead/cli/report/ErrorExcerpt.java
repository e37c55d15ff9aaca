package dev.fairlead.cli.report;

import dev.fairlead.cli.report.Paint.Ink;
import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.syntax.Location;
import dev.fairlead.nix.syntax.Source;

/** A place in a source and the lines around it, as Nix shows them in an error. */
final class ErrorExcerpt {
    /** Longer lines are cut; the caret stays in sight. */
    private static final int MAX_BYTES = 240;

    private final Source source;
    private final Location place;

    /** How many bytes of each line are left out at its start. */
    private final int skipped;

    ErrorExcerpt(Source source, Location place) {
        this.source = source;
        this.place = place;
        this.skipped = place.column() <= MAX_BYTES / 2 ? 0 : place.column() - MAX_BYTES / 2;
    }

    /** Appends {@code FILE:LINE:COLUMN:}, then the line before, the line with a caret below, and the line after. */
    void append(Paint paint, StringBuilder text) {
        text.append(paint.text(
                        Ink.STRONG,
                        TerminalText.visible(Bytes.decode(place.file())) + ":" + place.line() + ":" + place.column()))
                .append(":\n");
        if (place.line() > 1) {
            appendLine(place.line() - 1, text);
        }
        appendLine(place.line(), text);
        text.append("      | ")
                .append(" ".repeat(width(part(place.line(), place.column() - 1))))
                .append(paint.text(Ink.ERROR, "^"))
                .append('\n');
        if (place.line() < source.lines()) {
            appendLine(place.line() + 1, text);
        }
    }

    private void appendLine(int line, StringBuilder text) {
        String number = Integer.toString(line);
        text.append(" ".repeat(Math.max(0, 6 - number.length()))).append(number).append("| ");
        text.append(TerminalText.visible(part(line, skipped + MAX_BYTES))).append('\n');
    }

    /** What is shown of a line, up to a byte of it. */
    private String part(int line, int end) {
        String whole = source.line(line);
        int to = Math.min(end, whole.length());
        return Bytes.decode(whole.substring(Math.min(skipped, to), to));
    }

    private static int width(String text) {
        return text.codePoints().map(TerminalText::width).sum();
    }
}
