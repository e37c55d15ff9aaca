package dev.fairlead.fleet.policy;

import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.finding.Finding.Related;
import dev.fairlead.fleet.finding.FindingId;
import dev.fairlead.fleet.finding.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Rules that choose differently for one thing of which there is one: the provider of a capability, the number of a port,
 * the backend of a class. The higher priority decides; where that is equal, the first rule by name, and it is a finding.
 */
public final class Contradictions {
    /** Of several choices for one thing, the one that holds comes first. */
    public static final Comparator<Change> STRONGEST_FIRST = Comparator.comparingInt(
                    (Change change) -> change.because().priority())
            .reversed()
            .thenComparing(change -> change.because().rule())
            .thenComparing(Change::key);

    /**
     * What a change chooses.
     *
     * @param verb of one rule: {@code binds}; without its last letter, of two
     * @param rest of the sentence that there are different ones
     */
    private record Choice(String verb, String rest) {}

    private Contradictions() {}

    /** The contradictions in a policy, one for each choice that loses for its name only. */
    public static List<Finding> of(Policy policy) {
        var choices = new TreeMap<String, List<Change>>();
        for (Change change : policy.changes()) {
            Choice choice = choice(change);
            if (choice != null) {
                choices.computeIfAbsent(choice.toString(), key -> new ArrayList<>())
                        .add(change);
            }
        }
        var findings = new ArrayList<Finding>();
        for (List<Change> all : choices.values()) {
            all.sort(STRONGEST_FIRST);
            Change first = all.getFirst();
            all.stream()
                    .filter(other -> !other.key().equals(first.key())
                            && other.because().priority() == first.because().priority())
                    .forEach(other -> findings.add(finding(first, other)));
        }
        return findings;
    }

    private static @Nullable Choice choice(Change change) {
        return switch (change) {
            case Change.Allocate allocate ->
                new Choice("gives", "ports." + allocate.port() + " of " + allocate.target() + " different numbers");
            case Change.Bind bind ->
                new Choice("binds", bind.capability() + " of " + bind.target() + " to different services");
            case Change.Backend backend ->
                new Choice("chooses", "different backends for " + backend.of() + " on " + backend.target());
            default -> null;
        };
    }

    private static Finding finding(Change one, Change other) {
        Choice choice = Objects.requireNonNull(choice(one));
        String rule = one.because().layer();
        String verb = choice.verb();
        String subject = one.because().rule().equals(other.because().rule())
                ? rule + " " + verb
                : rule + " and " + other.because().layer() + " " + verb.substring(0, verb.length() - 1);
        Place place = one.because().place();
        return Finding.of(FindingId.CONFLICTING_DEFINITIONS, subject + " " + choice.rest() + " with the same priority.")
                .subject(one.target())
                .at(other.because().place())
                .related(place == null ? List.of() : List.of(new Related("the other does it here", place)))
                .fix("give one of the rules a higher priority")
                .build();
    }
}
