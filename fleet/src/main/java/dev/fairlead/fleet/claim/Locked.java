package dev.fairlead.fleet.claim;

import dev.fairlead.fleet.finding.Finding;

/** What was found where the lock of a fleet would be. */
public sealed interface Locked {
    /** No lock. */
    record Absent() implements Locked {}

    /** A lock. */
    record Present(Lock lock) implements Locked {}

    /** Something that cannot be read as a lock, and why. */
    record Unreadable(Finding finding) implements Locked {}

    /** The numbers that are known. */
    default Lock lock() {
        return this instanceof Present(Lock lock) ? lock : Lock.EMPTY;
    }
}
