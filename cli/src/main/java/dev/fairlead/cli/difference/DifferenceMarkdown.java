package dev.fairlead.cli.difference;

import dev.fairlead.cli.difference.Section.Entry;
import dev.fairlead.cli.report.TerminalText;
import dev.fairlead.diagram.diff.Difference;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Writes a difference as Markdown, for a comment on a change: the summary open; the picture and each section to be unfolded.
 * A comment may have so many characters on GitHub, and fewer nowhere; what does not fit is counted.
 */
public final class DifferenceMarkdown {
    static final int MOST = 65_536;
    /** What the frame of a section takes at most, with the line that counts what was left out. */
    private static final int FRAME = 300;

    private DifferenceMarkdown() {}

    /**
     * The difference as Markdown, at most {@value #MOST} bytes.
     *
     * @param heading what is compared with what
     * @param picture in Mermaid; left out if it is too long
     */
    public static String of(Difference difference, String heading, String picture) {
        StringBuilder out = new StringBuilder();
        out.append("### ").append(escaped(shortened(heading))).append("\n\n");
        out.append(escaped(shortened(Headline.size(difference)))).append("\n\n");
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
        out.append('\n')
                .append(escaped(shortened(Headline.reach(difference.affected()))))
                .append(".\n");
        if (length(picture) < MOST / 4) {
            out.append("\n<details><summary>picture</summary>\n\n```mermaid\n")
                    .append(picture)
                    .append("```\n\n</details>\n");
        }
        sections(sections, out);
        return out.toString();
    }

    /** Each section may have an equal part of what is left; what it does not need is left to those after it. */
    private static void sections(List<Section> sections, StringBuilder out) {
        int left = MOST - length(out.toString());
        int following = sections.size();
        for (Section section : sections) {
            String text = section(section, left / following - FRAME);
            left -= length(text);
            following--;
            out.append(text);
        }
    }

    private static String section(Section section, int room) {
        var lines = new ArrayList<String>();
        int used = 0;
        for (Entry entry : section.entries()) {
            String text = entry(entry);
            used += length(text);
            if (used > room) {
                break;
            }
            lines.add(text);
        }
        int missing = section.entries().size() - lines.size();
        String rest = missing == 0
                ? ""
                : "\n" + missing + " more " + (missing == 1 ? "is" : "are")
                        + " left out, as a comment has no room for more; `fairlead diff` without `--format` tells all.\n";
        return "\n<details><summary>" + section.title() + "</summary>\n\n" + String.join("", lines) + rest
                + "\n</details>\n";
    }

    private static String entry(Entry entry) {
        var out = new StringBuilder();
        out.append("- ").append(entry.mark().name().toLowerCase(Locale.ROOT)).append(": ");
        out.append(escaped(entry.text())).append('\n');
        entry.details()
                .forEach(detail -> out.append("  - ").append(escaped(detail)).append('\n'));
        return out.toString();
    }

    private static int length(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** Names may be of any length; a summary has few. */
    private static String shortened(String text) {
        int most = 1_000;
        return text.length() <= most ? text : text.substring(0, most) + "…";
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
