package dev.fairlead.diagram.mermaid;

import dev.fairlead.diagram.ir.Labels;
import java.util.stream.Collectors;

/** Lines of Mermaid, and its quoting, which is the same in all its kinds of picture. */
final class MermaidWriter {
    /** What means something in a text. */
    private static final String MEANINGFUL = "\"#<>&;`\\$%{}|";

    private static final int WIDTH = 60;
    private static final int LINES = 8;

    private final StringBuilder out = new StringBuilder();

    void line(String text) {
        out.append(text).append('\n');
    }

    /** A text between quotes; never empty, as Mermaid wants it. */
    static String quote(String text) {
        return text.isEmpty() ? "\" \"" : '"' + escape(text) + '"';
    }

    /** A label of a flowchart between quotes: Mermaid breaks lines at spaces alone, and lets a long word run out of its box. */
    static String label(String text) {
        return text.codePointCount(0, text.length()) <= WIDTH
                ? quote(text)
                : Labels.wrap(text, WIDTH, LINES).stream()
                        .map(MermaidWriter::escape)
                        .collect(Collectors.joining("<br/>", "\"", "\""));
    }

    /**
     * A text in which nothing means anything to Mermaid. It reads {@code #code;} as a character, {@code `} as Markdown,
     * {@code $$} as a formula, {@code %%} as a comment or directive, and {@code fa:fa-car} as an icon.
     */
    static String escape(String text) {
        var escaped = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (MEANINGFUL.indexOf(c) < 0 && isPrinted(c)) {
                escaped.appendCodePoint(c);
            } else {
                escaped.append('#').append(c).append(';');
            }
        });
        return escaped.toString().replace(":fa-", "#58;fa-");
    }

    /** A text that is not quoted: a colon, and what ends a statement or begins one, would mean something too. */
    static String bare(String text) {
        String escaped = escape(text).replace(":", "#58;").replace("(", "#40;").replace(")", "#41;");
        return escaped.isBlank() ? "#160;" : escaped;
    }

    private static boolean isPrinted(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                false;
            // Overrides of direction would turn the lines of the text itself around.
            case Character.FORMAT -> c == 0x200D;
            default -> true;
        };
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
