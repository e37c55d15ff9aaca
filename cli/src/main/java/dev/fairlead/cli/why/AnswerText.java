package dev.fairlead.cli.why;

import dev.fairlead.cli.report.FindingText;
import dev.fairlead.cli.report.Paint;
import dev.fairlead.cli.report.SourceLines;
import dev.fairlead.cli.report.TerminalText;
import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.finding.Place;
import dev.fairlead.fleet.resolution.ServiceNames;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lays out answers for people: headings, lines, source lines with carets and details below them. */
public final class AnswerText {
    private final FindingText findings;
    private final ServiceNames names;
    private final Paint paint;
    private final StringBuilder out = new StringBuilder();
    private String indent = "";

    private AnswerText(SourceLines sources, ServiceNames names, Paint paint) {
        this.findings = new FindingText(sources, names, paint);
        this.names = names;
        this.paint = paint;
    }

    /** An answer, and the findings that belong to it. */
    public static String of(Answer answer, SourceLines sources, ServiceNames names, Paint paint) {
        AnswerText text = new AnswerText(sources, names, paint);
        answer.write(text);
        for (Finding finding : answer.findings()) {
            if (!text.out.isEmpty()) {
                text.out.append('\n');
            }
            text.findings.append(finding, text.out);
        }
        return text.out.toString();
    }

    /** An id as people read it. */
    String print(String id) {
        return names.print(id);
    }

    /** Ids as people read them, in their order. */
    String print(List<String> ids) {
        return String.join(", ", names.print(ids));
    }

    void heading(String text) {
        out.append(paint.strong(TerminalText.visible(text))).append('\n');
    }

    void line(String text) {
        out.append(TerminalText.visible(text)).append('\n');
    }

    /** Where something is and the source line there; details after it stand below the line. */
    void place(@Nullable Place place) {
        if (place != null) {
            findings.appendPlace(place, out);
            indent = FindingText.indent(place);
        }
    }

    /** A line such as {@code = way: ...}. */
    void detail(String name, String text) {
        findings.detail(name, text, indent, out);
    }
}
