package dev.fairlead.fleet.finding;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with, or worth saying about, a fleet. Made where the fact is known; rendered by {@code cli}.
 *
 * @param message one sentence that names the subject and what is wrong
 * @param subject the id of the service or scope it is about, or null
 * @param location where the user would mend it, or null if it is written nowhere
 * @param chain the ids that led here, in order
 * @param searched the ids of the scopes that were searched, in order
 * @param candidates what nearly was the answer, each with the reason it was rejected
 * @param related other places that matter, each with what it is
 * @param fix the smallest edit that would mend it, as text that can be typed, or null
 * @param rule the name of the rule that reported it, or null
 */
public record Finding(
        FindingId id,
        Severity severity,
        String message,
        @Nullable String subject,
        @Nullable Place location,
        List<String> chain,
        List<String> searched,
        List<Candidate> candidates,
        List<Related> related,
        @Nullable String fix,
        @Nullable String rule) {

    /** The order of reports: by file, line, id; then by everything else, so that it is total. */
    public static final Comparator<Finding> ORDER = Comparator.comparing(
                    Finding::location,
                    Comparator.nullsLast(Comparator.comparing(Place::file).thenComparingInt(Place::line)))
            .thenComparing(f -> f.id().text())
            .thenComparing(Finding::location, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Finding::message)
            .thenComparing(Finding::subject, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Finding::rule, Comparator.nullsLast(Comparator.naturalOrder()));

    /** Something that was looked at and rejected. */
    public record Candidate(
            String subject, String reason, @Nullable Place location) {}

    /** Another place that matters. */
    public record Related(String message, Place location) {}

    public Finding {
        chain = List.copyOf(chain);
        searched = List.copyOf(searched);
        candidates = List.copyOf(candidates);
        related = List.copyOf(related);
    }

    /** Starts a finding with the usual severity of its id. */
    public static Builder of(FindingId id, String message) {
        return new Builder(id, message);
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** Collects the parts of a finding that not every finding has. */
    public static final class Builder {
        private final FindingId id;
        private final String message;
        private Severity severity;
        private @Nullable String subject;
        private @Nullable Place location;
        private List<String> chain = List.of();
        private List<String> searched = List.of();
        private List<Candidate> candidates = List.of();
        private List<Related> related = List.of();
        private @Nullable String fix;
        private @Nullable String rule;

        private Builder(FindingId id, String message) {
            this.id = id;
            this.message = message;
            this.severity = id.severity();
        }

        public Builder severity(Severity value) {
            severity = value;
            return this;
        }

        public Builder subject(@Nullable String value) {
            subject = value;
            return this;
        }

        public Builder at(@Nullable Place value) {
            location = value;
            return this;
        }

        public Builder chain(List<String> value) {
            chain = value;
            return this;
        }

        public Builder searched(List<String> value) {
            searched = value;
            return this;
        }

        public Builder candidates(List<Candidate> value) {
            candidates = value;
            return this;
        }

        public Builder related(List<Related> value) {
            related = value;
            return this;
        }

        public Builder fix(@Nullable String value) {
            fix = value;
            return this;
        }

        public Builder rule(@Nullable String value) {
            rule = value;
            return this;
        }

        public Finding build() {
            return new Finding(
                    id, severity, message, subject, location, chain, searched, candidates, related, fix, rule);
        }
    }
}
