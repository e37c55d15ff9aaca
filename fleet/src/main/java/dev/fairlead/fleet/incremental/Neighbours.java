package dev.fairlead.fleet.incremental;

import dev.fairlead.fleet.resolve.Footprint;
import dev.fairlead.fleet.resolve.Footprint.Mark;
import dev.fairlead.fleet.resolve.Traced;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Which hosts have to do with each other, by their footprints. Kept up to date while the fleet is edited. */
final class Neighbours {
    private final Map<String, Footprint> footprints = new HashMap<>();
    private final Map<Mark, Set<String>> readers = new HashMap<>();
    private final Map<Mark, Set<String>> takers = new HashMap<>();
    private final Map<Mark, Set<String>> showers = new HashMap<>();
    private final Map<Mark, Set<String>> writers = new HashMap<>();
    private final Map<Mark, Set<String>> heeders = new HashMap<>();
    private final Map<String, Integer> gathered = new TreeMap<>();

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
            remove(readers, before.reads(), host);
            remove(takers, before.takes(), host);
            remove(showers, before.shows(), host);
            remove(writers, before.writes(), host);
            remove(heeders, before.heeds(), host);
            before.gathers().forEach(channel -> gathered.computeIfPresent(channel, (_, n) -> n == 1 ? null : n - 1));
        }
        add(readers, footprint.reads(), host);
        add(takers, footprint.takes(), host);
        add(showers, footprint.shows(), host);
        add(writers, footprint.writes(), host);
        add(heeders, footprint.heeds(), host);
        footprint.gathers().forEach(channel -> gathered.merge(channel, 1, Integer::sum));
    }

    private static void add(Map<Mark, Set<String>> index, Set<Mark> marks, String host) {
        marks.forEach(
                mark -> index.computeIfAbsent(mark, key -> new HashSet<>()).add(host));
    }

    private static void remove(Map<Mark, Set<String>> index, Set<Mark> marks, String host) {
        marks.forEach(mark -> index.getOrDefault(mark, new HashSet<>()).remove(host));
    }

    Footprint footprint(String host) {
        return footprints.getOrDefault(host, Footprint.NONE);
    }

    Set<String> readers(Mark mark) {
        return readers.getOrDefault(mark, Set.of());
    }

    Set<String> takers(Mark mark) {
        return takers.getOrDefault(mark, Set.of());
    }

    /** Those of whom only the content is computed with what is there. */
    Set<String> showers(Mark mark) {
        return showers.getOrDefault(mark, Set.of());
    }

    Set<String> heeders(Mark mark) {
        return heeders.getOrDefault(mark, Set.of());
    }

    /** The channels of which some host chooses items by who emits them. */
    Set<String> gathered() {
        return Collections.unmodifiableSet(gathered.keySet());
    }

    /**
     * Some hosts, and those that they look at more closely than at what these show, or that they must know as consumers.
     *
     * @param seen what the hosts have to do with others besides, where that changes
     */
    Set<String> around(Collection<String> hosts, Traced seen) {
        var around = new HashSet<>(hosts);
        Deque<String> todo = new ArrayDeque<>(around);
        while (!todo.isEmpty()) {
            String host = todo.remove();
            for (Footprint footprint : List.of(footprint(host), seen.footprint(host))) {
                for (Mark mark : footprint.reads()) {
                    if (footprint.looksCloser(mark) || mark.isOfHost()) {
                        add(writers.getOrDefault(mark, Set.of()), around, todo);
                    }
                }
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

    /** The other hosts that some hosts look at. */
    Set<String> inSight(Collection<String> hosts, Traced seen) {
        var inSight = new HashSet<String>();
        for (String host : hosts) {
            for (Footprint footprint : List.of(footprint(host), seen.footprint(host))) {
                footprint.reads().forEach(mark -> inSight.addAll(writers.getOrDefault(mark, Set.of())));
            }
        }
        inSight.removeAll(hosts);
        return inSight;
    }
}
