package dev.fairlead.diagram.ir;

/** Thrown for a text that is no diagram; the message is one clause for the user, such as {@code it has no nodes}. */
public final class DiagramFormatException extends Exception {
    private static final long serialVersionUID = 1;

    public DiagramFormatException(String message) {
        super(message);
    }
}
