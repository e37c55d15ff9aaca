package dev.fairlead.cli.report;

import dev.fairlead.cli.report.Paint.Ink;
import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.finding.Finding.Candidate;
import dev.fairlead.fleet.finding.Finding.Related;
import dev.fairlead.fleet.finding.FindingId;
import dev.fairlead.fleet.finding.Place;
import dev.fairlead.fleet.finding.Severity;
import dev.fairlead.fleet.resolution.ServiceNames;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a finding for people: the sentence, the source line with carets, and what led there, in lines of its own. */
public final class FindingText {
    private final SourceLines sources;
    private final ServiceNames names;
    private final Paint paint;

    public FindingText(SourceLines sources, ServiceNames names, Paint paint) {
        this.sources = sources;
        this.names = names;
        this.paint = paint;
    }

    /** Appends the finding, each of its lines ended. */
    public void append(Finding finding, StringBuilder out) {
        Ink ink = ink(finding.severity());
        String heading = finding.severity().text() + "[" + finding.id().text() + "]";
        String message = TerminalText.visible(finding.message()).replace("\n", "\n  ");
        out.append(paint.text(ink, heading))
                .append(paint.text(Ink.STRONG, ": " + message))
                .append('\n');
        String indent = "";
        if (finding.location() != null) {
            appendPlace(finding.location(), ink, out);
            indent = indent(finding.location());
        }
        if (!finding.chain().isEmpty()) {
            detail("chain", chain(finding), indent, out);
        }
        if (!finding.searched().isEmpty()) {
            detail("searched", String.join(", ", names.print(finding.searched())), indent, out);
        }
        for (Candidate candidate : finding.candidates()) {
            // Whole ids: where it is deployed is often why it was rejected.
            String rejected = candidate.subject() + ": " + candidate.reason() + where(candidate.location());
            detail("rejected", rejected, indent, out);
        }
        for (Related related : finding.related()) {
            detail("see", related.message() + where(related.location()), indent, out);
        }
        if (finding.fix() != null) {
            detail("help", finding.fix(), indent, out);
        }
    }

    /** Appends where something is and the source line there. */
    public void appendPlace(Place place, StringBuilder out) {
        appendPlace(place, Ink.NOTE, out);
    }

    private void appendPlace(Place place, Ink ink, StringBuilder out) {
        out.append(paint.text(Ink.GUTTER, " -->"))
                .append(' ')
                .append(TerminalText.visible(place.toString()))
                .append('\n');
        String line = sources.line(place.file(), place.line());
        if (line != null) {
            Snippet.append(place, line, ink, paint, out);
        }
    }

    /** Appends a line such as {@code = help: ...}. */
    public void detail(String name, String text, String indent, StringBuilder out) {
        String margin = indent + " ";
        String shown = TerminalText.visible(text).stripTrailing();
        out.append(margin)
                .append(paint.text(Ink.GUTTER, "="))
                .append(' ')
                .append(paint.text(Ink.STRONG, name + ":"))
                .append(' ')
                .append(shown.replace("\n", "\n" + margin + "  "))
                .append('\n');
    }

    /**
     * The items of the chain. Where services other than the one that fails led there, the last step is said in words
     * too: its sentence above names only the service, not that it is the end of the chain.
     */
    private String chain(Finding finding) {
        List<String> chain = names.print(finding.chain());
        String arrows = String.join(" → ", chain);
        int last = chain.size() - 1;
        if (finding.id() != FindingId.MISSING_DEPENDENCY || last < 2) {
            return arrows;
        }
        return arrows + ": " + chain.get(last - 1) + " imports " + chain.get(last) + ", which is not in scope";
    }

    private static String where(@Nullable Place place) {
        return place == null ? "" : " (" + place.file() + ":" + place.line() + ")";
    }

    /** What puts details under the frame of a source line. */
    public static String indent(Place place) {
        return " ".repeat(Integer.toString(place.line()).length());
    }

    static Ink ink(Severity severity) {
        return switch (severity) {
            case ERROR -> Ink.ERROR;
            case WARNING -> Ink.WARNING;
            case NOTE -> Ink.NOTE;
        };
    }

    /** All findings of a report with an empty line after each, and then its summary. */
    public String report(List<Finding> findings, Summary summary) {
        StringBuilder out = new StringBuilder();
        for (Finding finding : findings) {
            append(finding, out);
            out.append('\n');
        }
        List<String> counts = new ArrayList<>();
        count(summary.errors(), "error", Ink.ERROR, counts);
        count(summary.warnings(), "warning", Ink.WARNING, counts);
        count(summary.notes(), "note", Ink.NOTE, counts);
        String extent =
                Summary.plural(summary.services(), "service") + " on " + Summary.plural(summary.hosts(), "host");
        String known = summary.known() == 0 ? "" : " (" + summary.known() + " more in the baseline)";
        if (counts.isEmpty()) {
            return out.append(extent)
                    .append(": ")
                    .append(paint.text(Ink.GOOD, summary.known() == 0 ? "no findings" : "no new findings"))
                    .append(known)
                    .append('\n')
                    .toString();
        }
        return out.append(String.join(", ", counts))
                .append(" in ")
                .append(extent)
                .append(known)
                .append('\n')
                .toString();
    }

    private void count(int count, String noun, Ink ink, List<String> counts) {
        if (count > 0) {
            counts.add(paint.text(ink, Summary.plural(count, noun)));
        }
    }
}
