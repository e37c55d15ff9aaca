package dev.fairlead.bridge.den;

/** Thrown for JSON that is no graph of den-diagram; the message is one clause. */
final class DenFormatException extends Exception {
    private static final long serialVersionUID = 1;

    DenFormatException(String message) {
        super(message);
    }
}
