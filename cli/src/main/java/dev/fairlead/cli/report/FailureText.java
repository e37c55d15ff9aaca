package dev.fairlead.cli.report;

import dev.fairlead.fleet.ServiceNames;
import dev.fairlead.fleet.declare.Places;
import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.finding.Finding.Related;
import dev.fairlead.fleet.finding.FindingId;
import dev.fairlead.fleet.finding.Place;
import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.syntax.Source;
import dev.fairlead.nix.syntax.Sources;
import dev.fairlead.nix.syntax.SyntaxException;
import dev.fairlead.nix.value.EvalException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes why an expression has no value. It is a finding that belongs to no fleet, and is written like one. */
public final class FailureText {
    private final Sources sources;
    private final Places places;
    private final Paint paint;

    /** @param directory what file names are relative to */
    public FailureText(Sources sources, Path directory, Paint paint) {
        this.sources = sources;
        this.places = new Places(sources, directory);
        this.paint = paint;
    }

    /**
     * The failure as text.
     *
     * @param failure of parsing or of evaluation
     * @param trace whether to say what was being computed
     */
    public String of(RuntimeException failure, boolean trace) {
        return switch (failure) {
            case SyntaxException syntax ->
                text(
                        Finding.of(FindingId.SYNTAX, Bytes.decode(syntax.reason()))
                                .at(places.between(syntax.source(), syntax.start(), syntax.end()))
                                .build(),
                        syntax.source());
            case EvalException evaluation ->
                text(
                        Finding.of(FindingId.EVALUATION, Bytes.decode(evaluation.reason()))
                                .at(place(position(evaluation)))
                                .related(trace ? frames(evaluation) : List.of())
                                .build(),
                        sources.sourceOf(position(evaluation)));
            default -> throw failure;
        };
    }

    /** Where it failed, or the innermost place that is known. */
    private static int position(EvalException failure) {
        int position = failure.position();
        for (EvalException.Frame frame : failure.frames()) {
            if (position != 0) {
                break;
            }
            position = frame.position();
        }
        return position;
    }

    /** The place of a position, in a file or in the text of the command line. */
    private @Nullable Place place(int position) {
        Source source = sources.sourceOf(position);
        return source == null ? null : places.token(source, position - source.position(0));
    }

    private List<Related> frames(EvalException failure) {
        List<Related> frames = new ArrayList<>();
        for (EvalException.Frame frame : failure.frames()) {
            Place place = place(frame.position());
            if (place != null) {
                frames.add(new Related(Bytes.decode(frame.text()), place));
            }
        }
        return frames;
    }

    private String text(Finding finding, @Nullable Source source) {
        // The text that was evaluated, not what a file holds by now: it may have been no file.
        SourceLines lines = source == null ? SourceLines.NONE : (_, line) -> Bytes.decode(source.line(line));
        StringBuilder out = new StringBuilder();
        new FindingText(lines, new ServiceNames(List.of()), paint).append(finding, out);
        return out.toString();
    }
}
