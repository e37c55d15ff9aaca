package dev.fairlead.cli;

/** Input cannot be read at all; the message is one sentence that names it. */
final class UnusableInputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnusableInputException(String message) {
        super(message, null, false, false);
    }
}
