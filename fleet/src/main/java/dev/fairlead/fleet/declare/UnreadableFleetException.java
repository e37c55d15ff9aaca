package dev.fairlead.fleet.declare;

/** There is no fleet to read: no such directory, or nothing in it that belongs to a fleet. The message is a sentence. */
public final class UnreadableFleetException extends Exception {
    private static final long serialVersionUID = 1L;

    public UnreadableFleetException(String message) {
        super(message);
    }
}
