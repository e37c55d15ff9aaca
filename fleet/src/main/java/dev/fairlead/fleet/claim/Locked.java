package dev.fairlead.fleet.claim;

import dev.fairlead.fleet.finding.Finding;
import java.util.function.Predicate;

/** What was found where the lock of a fleet would be. */
public sealed interface Locked {
    /** No lock. */
    record Absent() implements Locked {}

    /** A lock. */
    record Present(Lock lock) implements Locked {}

    /** Something that cannot be read as a lock, and why. */
    record Unreadable(Finding finding) implements Locked {}

    /** What was found for some services. */
    default Locked of(Predicate<String> service) {
        return this instanceof Present(Lock lock) ? new Present(lock.of(service)) : this;
    }

    /** The numbers that are known. */
    default Lock lock() {
        return this instanceof Present(Lock lock) ? lock : Lock.EMPTY;
    }
}
