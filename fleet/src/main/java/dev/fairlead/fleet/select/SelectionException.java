package dev.fairlead.fleet.select;

/** Thrown for a text that is no selector, or one that fails on a fact; the message is one sentence for the user. */
public final class SelectionException extends Exception {
    private static final long serialVersionUID = 1;

    SelectionException(String message) {
        super(message);
    }
}
