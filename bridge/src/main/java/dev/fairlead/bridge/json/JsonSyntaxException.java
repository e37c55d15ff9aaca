package dev.fairlead.bridge.json;

/** The bytes are not one JSON value. */
public final class JsonSyntaxException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int offset;

    JsonSyntaxException(String message, int offset) {
        super(message, null, false, false);
        this.offset = offset;
    }

    /** The offset of the byte where reading stopped. */
    public int offset() {
        return offset;
    }

    public String reason() {
        return String.valueOf(getMessage());
    }
}
