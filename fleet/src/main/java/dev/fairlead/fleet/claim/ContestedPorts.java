package dev.fairlead.fleet.claim;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** The numbers that more than one of several colliding claims take: a sweep that counts who has each number open. */
final class ContestedPorts {
    private final Map<String, Integer> byAddress = new HashMap<>();
    private int everywhere;
    private int specific;
    private int twiceOnOneAddress;

    private ContestedPorts() {}

    /** In order; ranges that touch are one. */
    static List<PortRange> of(List<Claim> group) {
        var opening = new TreeMap<Integer, List<Claim>>();
        var closing = new TreeMap<Integer, List<Claim>>();
        for (Claim claim : group) {
            opening.computeIfAbsent(claim.ports().first(), port -> new ArrayList<>())
                    .add(claim);
            closing.computeIfAbsent(claim.ports().last() + 1, port -> new ArrayList<>())
                    .add(claim);
        }
        var bounds = new TreeSet<>(opening.keySet());

        bounds.addAll(closing.keySet());
        var contested = new ArrayList<PortRange>();
        var counts = new ContestedPorts();
        int since = 0;
        for (int port : bounds) {
            boolean before = counts.isContested();
            closing.getOrDefault(port, List.of()).forEach(claim -> counts.count(claim, -1));
            opening.getOrDefault(port, List.of()).forEach(claim -> counts.count(claim, 1));
            if (before && !counts.isContested()) {
                contested.add(new PortRange(since, port - 1));
            } else if (!before && counts.isContested()) {
                since = port;
            }
        }
        return contested;
    }

    private void count(Claim claim, int change) {
        String address = claim.bind().canonical();
        if (address == null) {
            everywhere += change;
            return;
        }
        specific += change;
        int before = byAddress.getOrDefault(address, 0);
        byAddress.put(address, before + change);
        twiceOnOneAddress += (before + change > 1 ? 1 : 0) - (before > 1 ? 1 : 0);
    }

    private boolean isContested() {
        return everywhere > 1 || (everywhere == 1 && specific > 0) || twiceOnOneAddress > 0;
    }
}
