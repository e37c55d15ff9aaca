package dev.fairlead.diagram.plantuml;

import dev.fairlead.diagram.ir.Diagram;
import dev.fairlead.diagram.ir.Labels;
import java.util.stream.Collectors;

/** The quoting of PlantUML: whatever may mean something to it is written as the code of its character. */
final class PlantUmlText {
    private static final int WIDTH = 40;
    private static final int LINES = 10;

    private PlantUmlText() {}

    /** A text between quotes, in lines of a fair width. */
    static String quote(String text) {
        String lines = Labels.wrap(text, WIDTH, LINES).stream()
                .map(PlantUmlText::escape)
                .collect(Collectors.joining("\\n"));
        return '"' + (lines.isBlank() ? "<U+00A0>" : lines) + '"';
    }

    /** A text of one line, outside of quotes. */
    static String escape(String text) {
        var escaped = new StringBuilder();
        int last = ' ';
        for (int c : Labels.visible(text).codePoints().toArray()) {
            boolean doubled = (c == '-' || c == '_' || c == '.' || c == '/') && (c == last || last == ' ');
            if (isPlain(c) && !doubled) {
                escaped.appendCodePoint(c);
            } else {
                escaped.append("<U+%04X>".formatted(c));
            }
            last = c;
        }
        return escaped.toString();
    }

    /** The sentences on a diagram, as a last line; empty if there are none. */
    static String footer(Diagram diagram) {
        return diagram.notes().isEmpty() ? "" : "footer " + escape(String.join(" ", diagram.notes())) + "\n";
    }

    private static boolean isPlain(int c) {
        return (Character.isLetterOrDigit(c) && c < 0x10000) || " -_./,:@".indexOf(c) >= 0;
    }
}
