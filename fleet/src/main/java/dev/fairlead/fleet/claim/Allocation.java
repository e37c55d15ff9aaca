package dev.fairlead.fleet.claim;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the numbers of one host's automatic ports: first every one keeps the number it is locked to if that is free,
 * then the others, in order, get the lowest that is.
 *
 * @param ports a number for each port, but for those that are {@code exhausted}
 * @param displaced the ports whose number a fixed claim took
 * @param exhausted the ports for which no number is left
 */
record Allocation(Map<Wanted, Integer> ports, List<Displaced> displaced, List<Wanted> exhausted) {

    /** A port to choose a number for, and the service that declares it. */
    record Wanted(String by, PortDeclaration declaration) {}

    /** A port that has to leave its number to a fixed claim. */
    record Displaced(Wanted wanted, int from, Claim by) {}

    /**
     * The numbers of the ports of one host.
     *
     * @param fixed the claims with numbers of their own
     * @param wanted in the order in which numbers are given out
     * @param range what to choose from; a locked number may lie outside
     * @param reserved numbers that must not be given out
     */
    static Allocation of(List<Claim> fixed, List<Wanted> wanted, Lock lock, PortRange range, Set<Integer> reserved) {
        var taken = new TakenPorts();
        fixed.forEach(claim -> taken.take(claim.declaration(), claim.ports()));
        var ports = new LinkedHashMap<Wanted, Integer>();
        var displaced = new ArrayList<Displaced>();
        for (Wanted each : wanted) {
            Integer locked = lock.port(each.by(), each.declaration().name());
            if (locked == null) {
                continue;
            }
            if (taken.isFree(each.declaration(), locked)) {
                taken.take(each.declaration(), PortRange.of(locked));
                ports.put(each, locked);
            } else {
                Claim taker = taker(each, locked, fixed);
                if (taker != null) {
                    displaced.add(new Displaced(each, locked, taker));
                }
            }
        }
        reserved.forEach(taken::reserve);
        var exhausted = new ArrayList<Wanted>();
        for (Wanted each : wanted) {
            if (!ports.containsKey(each)) {
                int port = taken.lowestFree(each.declaration(), range);
                if (port == 0) {
                    exhausted.add(each);
                } else {
                    taken.take(each.declaration(), PortRange.of(port));
                    ports.put(each, port);
                }
            }
        }
        return new Allocation(ports, displaced, exhausted);
    }

    private static @Nullable Claim taker(Wanted wanted, int port, List<Claim> fixed) {
        for (Claim claim : fixed) {
            if (claim.collides(new Claim(wanted.by(), claim.host(), wanted.declaration(), PortRange.of(port)))) {
                return claim;
            }
        }
        return null;
    }
}
