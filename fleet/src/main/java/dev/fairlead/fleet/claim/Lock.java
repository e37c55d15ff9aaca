package dev.fairlead.fleet.claim;

import dev.fairlead.fleet.resolution.Coordination.PortClaim;
import dev.fairlead.fleet.resolution.Resolution;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The numbers that Fairlead once chose for ports declared {@code "auto"}, and so does not choose again.
 *
 * @param ports by the id of the service, then by the name of the port
 */
public record Lock(SortedMap<String, SortedMap<String, Integer>> ports) {
    /** Nothing was chosen yet. */
    public static final Lock EMPTY = new Lock(new TreeMap<>());

    /** What the lock is called, in the directory of the fleet. */
    public static final String FILE = "fairlead.lock.json";

    public Lock {
        var copy = new TreeMap<String, SortedMap<String, Integer>>();
        ports.forEach((id, names) -> copy.put(id, Collections.unmodifiableSortedMap(new TreeMap<>(names))));
        ports = Collections.unmodifiableSortedMap(copy);
    }

    /**
     * The lock that holds what a resolution chose. While the fleet has errors, what services had that are not deployed
     * is kept: the error may be all that keeps them away, and their ports must not move when it is mended.
     */
    public static Lock of(Resolution resolution, Lock before) {
        var ports = new TreeMap<String, SortedMap<String, Integer>>();
        if (resolution.hasErrors()) {
            before.ports.forEach((id, names) -> ports.put(id, new TreeMap<>(names)));
        }
        for (PortClaim claim : resolution.coordination().claims()) {
            if (claim.isAutomatic()) {
                ports.computeIfAbsent(claim.by(), id -> new TreeMap<>()).put(claim.name(), claim.from());
            }
        }
        return new Lock(ports);
    }

    /** What it holds for some services. */
    public Lock of(Predicate<String> service) {
        var some = new TreeMap<>(ports);
        some.keySet().removeIf(service.negate());
        return new Lock(some);
    }

    /** The number of a port, or null. */
    @Nullable
    Integer port(String service, String name) {
        SortedMap<String, Integer> names = ports.get(service);
        return names == null ? null : names.get(name);
    }
}
