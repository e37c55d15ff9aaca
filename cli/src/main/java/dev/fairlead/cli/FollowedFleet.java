package dev.fairlead.cli;

import java.nio.file.Path;
import java.util.Set;

/** A fleet that is resolved again after each edit, and then no more of it than the edit can reach. */
interface FollowedFleet {
    /** The fleet as it was last read. */
    Alternatives now();

    /**
     * Reads what changed.
     *
     * @param files absolute; those that came or went included
     * @throws UnusableInputException if nothing can be read any more; then it is as it was
     */
    void update(Set<Path> files);
}
