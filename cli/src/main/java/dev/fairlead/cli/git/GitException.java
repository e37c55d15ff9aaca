package dev.fairlead.cli.git;

/** A revision cannot be read; the message is one sentence, without a full stop, that names it. */
public final class GitException extends Exception {
    private static final long serialVersionUID = 1L;

    GitException(String message) {
        super(message);
    }
}
