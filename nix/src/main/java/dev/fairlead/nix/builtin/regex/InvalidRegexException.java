package dev.fairlead.nix.builtin.regex;

/** A pattern cannot be used: it is not a regular expression, or it needs too much memory. */
public final class InvalidRegexException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final boolean tooLarge;

    private InvalidRegexException(String message, boolean tooLarge) {
        super(message, null, false, false);
        this.tooLarge = tooLarge;
    }

    static InvalidRegexException syntax(String message) {
        return new InvalidRegexException(message, false);
    }

    static InvalidRegexException tooLarge(String message) {
        return new InvalidRegexException(message, true);
    }

    /** True if the pattern may be well-formed but exceeds a limit. */
    public boolean isTooLarge() {
        return tooLarge;
    }
}
