package dev.fairlead.cli.report;

import dev.fairlead.cli.report.Paint.Ink;
import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.syntax.Source;
import dev.fairlead.nix.syntax.Sources;
import dev.fairlead.nix.syntax.SyntaxException;
import dev.fairlead.nix.value.EvalException;
import dev.fairlead.nix.value.EvalException.Frame;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes why an expression has no value, in the layout of Nix, which people know how to read: what was being done,
 * outermost first, then {@code error:} with the sentence, each with its place and the lines around it.
 */
public final class ErrorText {
    /** The width of {@code error: }, by which all but the first line is indented. */
    private static final String MARGIN = "       ";

    /** Frames beyond this are left out if not all are asked for; one with a place counts twice, as Nix does. */
    private static final int FEW = 3;

    /** This many frames that were shown before are shown again; more are only counted. */
    private static final int REPEATED = 5;

    private final Sources sources;
    private final Paint paint;

    public ErrorText(Sources sources, Paint paint) {
        this.sources = sources;
        this.paint = paint;
    }

    /**
     * The failure as text, each line ended.
     *
     * @param failure of parsing or of evaluation; any other is thrown
     * @param trace whether to say all that was being computed
     */
    public String of(RuntimeException failure, boolean trace) {
        StringBuilder text = new StringBuilder();
        switch (failure) {
            case SyntaxException syntax -> {
                appendReason(syntax.reason(), syntax.source().position(syntax.start()), text);
                appendSuggestions(syntax.suggestions(), text);
            }
            case EvalException evaluation -> {
                List<Frame> frames = frames(evaluation, trace);
                boolean told = false;
                if (!frames.isEmpty()) {
                    told = appendFrames(frames, trace, text) && isTold(evaluation, frames);
                    text.append('\n').append(heading());
                }
                appendReason(evaluation.reason(), told ? 0 : evaluation.position(), text);
                appendSuggestions(evaluation.suggestions(), text);
            }
            default -> throw failure;
        }
        return indented(heading() + text);
    }

    /** True if the place of the failure was told: it has none of its own, but that of what was being done. */
    private static boolean isTold(EvalException failure, List<Frame> frames) {
        return frames.stream().anyMatch(frame -> frame.position() == failure.position());
    }

    private String heading() {
        return paint.text(Ink.ERROR, "error:") + " ";
    }

    private void appendReason(String reason, int position, StringBuilder text) {
        text.append(TerminalText.visible(Bytes.decode(reason))).append('\n');
        appendPlace(position, "", text);
    }

    private void appendSuggestions(List<String> names, StringBuilder text) {
        if (!names.isEmpty()) {
            List<String> shown = names.stream()
                    .map(name -> paint.text(Ink.STRONG, TerminalText.visible(Bytes.decode(name))))
                    .collect(Collectors.toCollection(ArrayList::new));
            String last = shown.removeLast();
            text.append("Did you mean ")
                    .append(shown.isEmpty() ? last : "one of " + String.join(", ", shown) + " or " + last)
                    .append("?\n");
        }
    }

    /** What was being done, outermost first. */
    private static List<Frame> frames(EvalException failure, boolean all) {
        return failure.frames().reversed().stream()
                .filter(frame -> all || frame.about() != EvalException.About.CALL)
                .toList();
    }

    /** Appends frames; false if some were left out at the end. */
    private boolean appendFrames(List<Frame> frames, boolean all, StringBuilder text) {
        Set<Frame> shown = new HashSet<>();
        List<Frame> repeated = new ArrayList<>();
        int weight = 0;
        for (Frame frame : frames) {
            if (!all && weight > FEW) {
                text.append("\n(stack trace truncated; use '--show-trace' to show the full, detailed trace)\n");
                return false;
            }
            if (!shown.add(frame)) {
                repeated.add(frame);
                continue;
            }
            weight += appendRepeated(repeated, text);
            weight += appendFrame(frame, text);
        }
        appendRepeated(repeated, text);
        return true;
    }

    private int appendRepeated(List<Frame> frames, StringBuilder text) {
        int weight = 0;
        if (frames.size() > REPEATED) {
            text.append("\n(").append(frames.size()).append(" duplicate frames omitted)\n");
        } else {
            for (Frame frame : frames) {
                weight += appendFrame(frame, text);
            }
        }
        frames.clear();
        return weight;
    }

    private int appendFrame(Frame frame, StringBuilder text) {
        text.append("\n… ")
                .append(TerminalText.visible(Bytes.decode(frame.text())))
                .append('\n');
        return appendPlace(frame.position(), "  ", text) ? 2 : 1;
    }

    /** Appends where a position is, with the lines around it; false for the position that is nowhere. */
    private boolean appendPlace(int position, String indent, StringBuilder text) {
        Source source = sources.sourceOf(position);
        if (source == null) {
            return false;
        }
        text.append(indent).append(paint.text(Ink.GUTTER, "at")).append(' ');
        ErrorExcerpt excerpt = new ErrorExcerpt(source, source.locate(position - source.position(0)));
        excerpt.append(paint, text);
        return true;
    }

    /** The text with all but its first line indented, and no spaces at the ends of lines. */
    private static String indented(String text) {
        StringBuilder indented = new StringBuilder(text.length() + 64);
        String margin = "";
        for (String line : text.stripTrailing().split("\n", -1)) {
            indented.append((margin + line).stripTrailing()).append('\n');
            margin = MARGIN;
        }
        return indented.toString();
    }
}
