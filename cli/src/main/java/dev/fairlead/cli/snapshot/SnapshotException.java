package dev.fairlead.cli.snapshot;

/** A snapshot is not there, or cannot be read; the message is one sentence without a full stop. */
public final class SnapshotException extends Exception {
    private static final long serialVersionUID = 1L;

    SnapshotException(String message) {
        super(message);
    }
}
