package dev.fairlead.fleet.finding;

import java.util.Locale;
import java.util.Optional;

/** The stable names of findings. Each has a page, {@code docs/findings/<id>.md}, that {@code explain} prints. */
public enum FindingId {
    SYNTAX,
    EVALUATION,
    CONFLICTING_DEFINITIONS,
    UNKNOWN_ATTRIBUTE(Severity.WARNING),
    UNKNOWN_FACET,
    UNKNOWN_ARGUMENT(Severity.WARNING),
    UNKNOWN_ASPECT,
    UNKNOWN_ENVIRONMENT,
    UNKNOWN_SCOPE,
    UNKNOWN_CLASS,
    UNKNOWN_BACKEND,
    UNSUPPORTED_BACKEND,
    UNKNOWN_REFERENCE,
    DUPLICATE_HOST,
    BAD_NAME,
    HOST_ASPECT(Severity.NOTE),
    INERT_ASPECT(Severity.WARNING),
    MISSING_DEPENDENCY,
    AMBIGUOUS_PROVIDER,
    UNKNOWN_BINDING,
    DEPENDENCY_CYCLE,
    VALUE_CYCLE,
    CONTRACT_REQUEST,
    CONTRACT_RESULT,
    CHANNEL_TYPE,
    UNCOVERED_ITEM,
    UNCOVERED_STATE(Severity.WARNING),
    UNUSED_CHANNEL(Severity.NOTE),
    RULE,
    UNSTRATIFIED_RULES,
    RULES_DIVERGE,
    CONSTRAINT,
    UNKNOWN_SETTING,
    SETTING_TYPE,
    REFINEMENT,
    MISSING_SETTING,
    PORT_COLLISION,
    PORT_DISPLACED(Severity.WARNING),
    PORT_EXHAUSTED,
    LOCK_STALE(Severity.NOTE),
    LOCK_DAMAGED,
    GHOST_MACHINE,
    UNKNOWN_TAG;

    private final Severity severity;
    private final String text = name().toLowerCase(Locale.ROOT).replace('_', '-');

    FindingId() {
        this(Severity.ERROR);
    }

    FindingId(Severity severity) {
        this.severity = severity;
    }

    /** The severity of the finding, unless the place that reports it knows better. */
    public Severity severity() {
        return severity;
    }

    /** As formats spell it: {@code missing-dependency}. */
    public String text() {
        return text;
    }

    /** The finding with this spelling. */
    public static Optional<FindingId> of(String text) {
        for (FindingId id : values()) {
            if (id.text.equals(text)) {
                return Optional.of(id);
            }
        }
        return Optional.empty();
    }
}
