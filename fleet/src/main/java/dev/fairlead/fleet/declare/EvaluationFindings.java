package dev.fairlead.fleet.declare;

import dev.fairlead.fleet.declare.merge.ConflictException;
import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.finding.Finding.Related;
import dev.fairlead.fleet.finding.FindingId;
import dev.fairlead.fleet.finding.Place;
import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.syntax.SyntaxException;
import dev.fairlead.nix.value.EvalException;
import dev.fairlead.nix.value.EvalException.Frame;
import dev.fairlead.nix.value.EvalException.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Turns failures of the language into findings. One failure gives one message and one place whoever runs into it, so
 * that {@link Findings} can tell that it was reported already.
 */
public final class EvaluationFindings {
    /** More would tell a reader less. */
    private static final int MOST_FRAMES = 8;

    private final Places places;

    public EvaluationFindings(Places places) {
        this.places = places;
    }

    /**
     * The finding of a failure.
     *
     * @param failure of evaluation, or of a file that is read on the way
     * @param subject the id of what could not be read because of it, or null
     * @param near where that is written, for a failure whose own place is not in any file
     */
    public Finding finding(RuntimeException failure, @Nullable String subject, @Nullable Place near) {
        return switch (failure) {
            case FindingException known -> known.finding();
            case ConflictException conflict -> conflict(conflict, subject, near);
            case EvalException cycle when cycle.kind() == Kind.INFINITE_RECURSION -> cycle(cycle, subject, near);
            case EvalException evaluation -> evaluation(evaluation, subject, near);
            case SyntaxException syntax -> syntax(syntax);
            default -> throw failure;
        };
    }

    private Finding syntax(SyntaxException failure) {
        return Finding.of(FindingId.SYNTAX, sentence(failure.reason()))
                .at(places.between(failure.source(), failure.start(), failure.end()))
                .build();
    }

    private Finding conflict(ConflictException conflict, @Nullable String subject, @Nullable Place near) {
        var others = new ArrayList<Related>();
        var contenders = conflict.contenders();
        for (var contender : contenders.subList(0, contenders.size() - 1)) {
            Place place = places.at(contender.position());
            if (place != null) {
                others.add(new Related(Bytes.decode(contender.excerpt()) + " is defined here", place));
            }
        }
        Place place = places.at(contenders.getLast().position());
        return Finding.of(FindingId.CONFLICTING_DEFINITIONS, sentence(conflict.reason()))
                .subject(subject)
                .at(place == null ? near : place)
                .related(others)
                .fix("keep one of them, or mark the one that shall win with lib.mkForce")
                .build();
    }

    /** A value that needs itself. Wherever it is read first, the finding is the same: it begins at the first place. */
    private Finding cycle(EvalException cycle, @Nullable String subject, @Nullable Place near) {
        var ring = new TreeSet<Place>();
        if (places.isInFile(cycle.position())) {
            ring.add(Objects.requireNonNull(places.at(cycle.position())));
        }
        frames(cycle).forEach(frame -> ring.add(frame.location()));
        return Finding.of(FindingId.VALUE_CYCLE, "A value depends on itself: computing it leads back here.")
                .subject(subject)
                .at(ring.isEmpty() ? near : ring.first())
                .related(onePerLine(ring).stream()
                        .skip(1)
                        .limit(MOST_FRAMES)
                        .map(place -> new Related("on the way", place))
                        .toList())
                .build();
    }

    private static List<Place> onePerLine(Iterable<Place> places) {
        var first = new LinkedHashMap<String, Place>();
        places.forEach(place -> first.putIfAbsent(place.file() + ":" + place.line(), place));
        return List.copyOf(first.values());
    }

    private Finding evaluation(EvalException failure, @Nullable String subject, @Nullable Place near) {
        List<Related> frames = frames(failure);
        Place place = places.isInFile(failure.position()) ? places.at(failure.position()) : null;
        if (place == null && !frames.isEmpty()) {
            place = frames.getFirst().location();
        }
        if (place == null) {
            place = near;
        }
        Place shown = place;
        return Finding.of(FindingId.EVALUATION, sentence(failure.reason()))
                .subject(subject)
                .at(place)
                .related(frames.stream()
                        .filter(frame -> !frame.location().equals(shown))
                        .limit(MOST_FRAMES)
                        .toList())
                .fix(
                        failure.suggestions().isEmpty()
                                ? null
                                : "did you mean \""
                                        + Bytes.decode(failure.suggestions().getFirst()) + "\"?")
                .build();
    }

    /** What was being done, innermost first, as far as it is written in files of the user and more than an operator. */
    private List<Related> frames(EvalException failure) {
        var frames = new ArrayList<Related>();
        for (Frame frame : failure.frames()) {
            boolean told = frame.about() != EvalException.About.OPERATOR && places.isInFile(frame.position());
            Place place = told ? places.at(frame.position()) : null;
            if (place != null && frames.stream().noneMatch(f -> f.location().equals(place))) {
                frames.add(new Related(Bytes.decode(frame.text()), place));
            }
        }
        return frames;
    }

    /** A message of the language as a sentence of ours, in which files are called as in places. */
    private String sentence(String reason) {
        String text = places.relative(Bytes.decode(reason)).strip();
        return text.isEmpty() || ".!?".indexOf(text.charAt(text.length() - 1)) >= 0 ? text : text + ".";
    }
}
