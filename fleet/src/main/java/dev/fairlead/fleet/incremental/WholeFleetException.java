package dev.fairlead.fleet.incremental;

/** The whole fleet must be resolved; the message is why, as the rest of a sentence about the fleet. */
final class WholeFleetException extends Exception {
    private static final long serialVersionUID = 1L;

    WholeFleetException(String reason) {
        super(reason, null, false, false);
    }
}
