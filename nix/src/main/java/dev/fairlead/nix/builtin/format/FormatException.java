package dev.fairlead.nix.builtin.format;

/** A text is not of its format, or holds what a Nix value cannot. The message (a byte string) has the words of Nix. */
public final class FormatException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FormatException(String message) {
        super(message, null, false, false);
    }

    public String reason() {
        return String.valueOf(getMessage());
    }
}
