package dev.fairlead.fleet.incremental;

import dev.fairlead.fleet.incremental.Footprint.Mark;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which hosts have to do with each other, by their footprints. Kept up to date while the fleet is edited. */
final class Neighbours {
    private final Map<String, Footprint> footprints = new HashMap<>();
    private final Map<Mark, Set<String>> readers = new HashMap<>();
    private final Map<Mark, Set<String>> writers = new HashMap<>();
    private final Map<Mark, Set<String>> heeders = new HashMap<>();

    Neighbours(Map<String, Footprint> footprints) {
        footprints.forEach(this::put);
    }

    /** Says what a host has to do with the others from now on. */
    void put(String host, Footprint footprint) {
        Footprint before = footprints.put(host, footprint);
        if (footprint.equals(before)) {
            return;
        }
        if (before != null) {
            before.reads()
                    .forEach(mark -> readers.getOrDefault(mark, new HashSet<>()).remove(host));
            before.writes()
                    .forEach(mark -> writers.getOrDefault(mark, new HashSet<>()).remove(host));
            before.heeds()
                    .forEach(mark -> heeders.getOrDefault(mark, new HashSet<>()).remove(host));
        }
        footprint.reads().forEach(mark -> add(readers, mark, host));
        footprint.writes().forEach(mark -> add(writers, mark, host));
        footprint.heeds().forEach(mark -> add(heeders, mark, host));
    }

    private static void add(Map<Mark, Set<String>> index, Mark mark, String host) {
        index.computeIfAbsent(mark, key -> new HashSet<>()).add(host);
    }

    Footprint footprint(String host) {
        return footprints.getOrDefault(host, Footprint.NONE);
    }

    Set<String> readers(Mark mark) {
        return readers.getOrDefault(mark, Set.of());
    }

    Set<String> heeders(Mark mark) {
        return heeders.getOrDefault(mark, Set.of());
    }

    /**
     * Some hosts, and all that what they are depends on.
     *
     * @param seen what the hosts have to do with others besides, where that changes
     */
    Set<String> around(Collection<String> hosts, Traced seen) {
        var around = new HashSet<>(hosts);
        Deque<String> todo = new ArrayDeque<>(around);
        while (!todo.isEmpty()) {
            String host = todo.remove();
            for (Footprint footprint : List.of(footprint(host), seen.footprint(host))) {
                footprint.reads().forEach(mark -> add(writers.getOrDefault(mark, Set.of()), around, todo));
                footprint.heeds().forEach(mark -> add(readers(mark), around, todo));
            }
        }
        return around;
    }

    private static void add(Set<String> hosts, Set<String> around, Deque<String> todo) {
        for (String host : hosts) {
            if (around.add(host)) {
                todo.add(host);
            }
        }
    }
}
