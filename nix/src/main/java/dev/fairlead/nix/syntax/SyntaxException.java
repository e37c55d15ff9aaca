package dev.fairlead.nix.syntax;

/** The text is not an expression of the language. The message is one sentence (a byte string). */
public final class SyntaxException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Source source;
    private final int start;
    private final int end;

    /** @param start offset of the offending text in {@code source}; {@code end} is after it */
    public SyntaxException(String message, Source source, int start, int end) {
        super(message, null, false, false);
        this.source = source;
        this.start = start;
        this.end = end;
    }

    public String reason() {
        return String.valueOf(getMessage());
    }

    public Source source() {
        return source;
    }

    public int start() {
        return start;
    }

    public int end() {
        return end;
    }

    /** The place of the offending text. */
    public Location location() {
        return source.locate(start, end);
    }
}
