package dev.fairlead.fleet.rule;

import dev.fairlead.fleet.finding.FindingId;
import dev.fairlead.fleet.finding.Severity;
import dev.fairlead.fleet.policy.Change;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a rule asks for when it fires on a fact. */
sealed interface Action {
    /** Something of the fleet is changed. */
    record Changing(Change change) implements Action {}

    /**
     * Another fact that a finding mentions.
     *
     * @param fact its id
     * @param words what is said of it; null for its id alone
     */
    record Mention(String fact, @Nullable String words) {}

    /**
     * A finding.
     *
     * @param id {@code rule}, or that of a rule that is shipped
     * @param subject the id of a scope or service, or null for that of the fact
     * @param fix what to do about it, or null
     * @param related the facts that matter besides the one it is about
     * @param candidates the facts that nearly were what is missing, each with the reason it is not
     */
    record Reporting(
            FindingId id,
            Severity severity,
            String message,
            @Nullable String subject,
            @Nullable String fix,
            List<Mention> related,
            List<Mention> candidates)
            implements Action {
        public Reporting {
            related = List.copyOf(related);
            candidates = List.copyOf(candidates);
        }
    }
}
