package dev.fairlead.cli.difference;

import dev.fairlead.cli.difference.Section.Entry;
import dev.fairlead.cli.report.Paint;
import dev.fairlead.cli.report.TerminalText;
import dev.fairlead.diagram.diff.Difference;
import java.util.List;

/** Writes a difference for people: a summary that fits on a screen, and then each change. */
public final class DifferenceText {
    private final Paint paint;

    public DifferenceText(Paint paint) {
        this.paint = paint;
    }

    /**
     * The difference as text.
     *
     * @param heading what is compared with what
     */
    public String of(Difference difference, String heading) {
        StringBuilder out = new StringBuilder();
        line(paint.strong(TerminalText.visible(heading)), out);
        line(TerminalText.visible(Headline.size(difference)), out);
        if (difference.isEmpty()) {
            line("no difference", out);
            return out.toString();
        }
        List<Section> sections = Outline.of(difference);
        int width = sections.stream()
                .mapToInt(section -> section.title().length())
                .max()
                .orElse(0);
        for (Section section : sections) {
            String title = section.title() + " ".repeat(width - section.title().length());
            line("  " + title + "  " + section.counts(), out);
        }
        line("  " + TerminalText.visible(Headline.reach(difference.affected())), out);
        for (Section section : sections) {
            out.append('\n');
            line(paint.strong(section.title()), out);
            section.entries().forEach(entry -> entry(entry, out));
        }
        return out.toString();
    }

    private void entry(Entry entry, StringBuilder out) {
        String sign = switch (entry.mark()) {
            case ADDED -> paint.good(entry.mark().sign());
            case REMOVED -> paint.bad(entry.mark().sign());
            case CHANGED -> entry.mark().sign();
        };
        line("  " + sign + " " + indented(entry.text()), out);
        entry.details().forEach(detail -> line("      " + indented(detail), out));
    }

    private static String indented(String text) {
        return TerminalText.visible(text).replace("\n", "\n      ");
    }

    private static void line(String text, StringBuilder out) {
        out.append(text).append('\n');
    }
}
