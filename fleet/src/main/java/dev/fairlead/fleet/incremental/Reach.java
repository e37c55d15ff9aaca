package dev.fairlead.fleet.incremental;

import java.util.Set;

/**
 * How far an edit reaches.
 *
 * @param changed the names of the hosts that may have changed
 * @param refreshed those of the hosts that only get something else from channels
 */
record Reach(Set<String> changed, Set<String> refreshed) {
    /** As far as nobody knows. */
    static final Reach NOWHERE = new Reach(Set.of(), Set.of());

    Reach {
        changed = Set.copyOf(changed);
        refreshed = Set.copyOf(refreshed);
    }
}
