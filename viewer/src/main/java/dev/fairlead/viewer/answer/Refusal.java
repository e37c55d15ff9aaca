package dev.fairlead.viewer.answer;

import org.jspecify.annotations.Nullable;

/** A question that is not answered. The message is one sentence for the person who asked. */
public final class Refusal extends Exception {
    private static final long serialVersionUID = 1;

    private final Reason reason;
    private final @Nullable String about;

    /** Why a question is not answered. */
    public enum Reason {
        /** It is not understood. */
        MALFORMED,
        /** It comes from where it must not come from. */
        FORBIDDEN,
        /** It is about something that there is not. */
        UNKNOWN,
        /** There is no such way to ask. */
        METHOD,
        /** More was sent than is read. */
        TOO_LARGE,
        /** What was sent is no JSON, or is not said to be. */
        TYPE,
        /** The fleet, as it is now, cannot be asked this. */
        IMPOSSIBLE
    }

    public Refusal(Reason reason, String sentence) {
        this(reason, sentence, null);
    }

    private Refusal(Reason reason, String sentence, @Nullable String about) {
        super(sentence);
        this.reason = reason;
        this.about = about;
    }

    /** A question of which one parameter is not understood, for a page that has a field for it. */
    public static Refusal about(String parameter, String sentence) {
        return new Refusal(Reason.MALFORMED, sentence, parameter);
    }

    /** A question that is not understood. */
    public static Refusal malformed(String sentence) {
        return new Refusal(Reason.MALFORMED, sentence);
    }

    /** A question about something that there is not. */
    public static Refusal unknown(String sentence) {
        return new Refusal(Reason.UNKNOWN, sentence);
    }

    public Reason reason() {
        return reason;
    }

    /** The parameter that is to blame, or null. */
    public @Nullable String about() {
        return about;
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }
}
