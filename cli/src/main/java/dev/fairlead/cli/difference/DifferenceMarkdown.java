package dev.fairlead.cli.difference;

import dev.fairlead.cli.difference.Section.Entry;
import dev.fairlead.cli.report.TerminalText;
import dev.fairlead.diagram.diff.Difference;
import java.util.List;
import java.util.Locale;

/** Writes a difference as Markdown, for a comment on a change: the summary open, each section to be unfolded. */
public final class DifferenceMarkdown {
    private DifferenceMarkdown() {}

    /**
     * The difference as Markdown.
     *
     * @param heading what is compared with what
     */
    public static String of(Difference difference, String heading) {
        StringBuilder out = new StringBuilder();
        out.append("### ").append(escaped(heading)).append("\n\n");
        out.append(escaped(Headline.size(difference))).append("\n\n");
        if (difference.isEmpty()) {
            return out.append("No difference.\n").toString();
        }
        List<Section> sections = Outline.of(difference);
        out.append("| what | changes |\n|---|---|\n");
        for (Section section : sections) {
            out.append("| ")
                    .append(section.title())
                    .append(" | ")
                    .append(section.counts())
                    .append(" |\n");
        }
        out.append('\n').append(escaped(Headline.reach(difference.affected()))).append(".\n");
        for (Section section : sections) {
            out.append("\n<details><summary>").append(section.title()).append("</summary>\n\n");
            section.entries().forEach(entry -> entry(entry, out));
            out.append("\n</details>\n");
        }
        return out.toString();
    }

    private static void entry(Entry entry, StringBuilder out) {
        out.append("- ").append(entry.mark().name().toLowerCase(Locale.ROOT)).append(": ");
        out.append(escaped(entry.text())).append('\n');
        entry.details()
                .forEach(detail -> out.append("  - ").append(escaped(detail)).append('\n'));
    }

    /** Text that means nothing to Markdown, on one line. */
    private static String escaped(String text) {
        StringBuilder out = new StringBuilder();
        for (char c : TerminalText.visible(text).replace('\n', ' ').toCharArray()) {
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                // Names of people and teams would be told of the change.
                case '@' -> out.append("&#64;");
                case '\\', '`', '*', '_', '[', ']', '#', '|', '~' ->
                    out.append('\\').append(c);
                default -> out.append(c);
            }
        }
        return out.toString();
    }
}
