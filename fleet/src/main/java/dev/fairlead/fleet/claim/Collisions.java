package dev.fairlead.fleet.claim;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the claims that collide, in groups: two claims are in one group if a chain of collisions leads from one to the
 * other.
 *
 * <p>A sweep over the ports of each host and protocol, in the order of first ports. Claims on one address that are open
 * at the same port all overlap there, so of each address only the one that ends last is remembered, and likewise of
 * those on all addresses. What a claim on all addresses has met is one group from then on and is remembered by the one
 * of it that ends last. So every claim is joined a constant number of times, and all of it costs one sort.
 */
final class Collisions {
    private final List<Claim> claims;
    private final int[] parent;

    private Collisions(List<Claim> claims) {
        this.claims = claims;
        this.parent = new int[claims.size()];
        for (int i = 0; i < parent.length; i++) {
            parent[i] = i;
        }
    }

    /** The groups of two and more, each in the order of claims, by their first claims. */
    static List<List<Claim>> among(List<Claim> claims) {
        var collisions = new Collisions(claims.stream().sorted(Claim.ORDER).toList());
        collisions.join();
        return collisions.groups();
    }

    private record Line(String host, String protocol) {}

    private void join() {
        var lines = new HashMap<Line, List<Integer>>();
        for (int i = 0; i < claims.size(); i++) {
            Claim claim = claims.get(i);
            lines.computeIfAbsent(new Line(claim.host(), claim.protocol()), line -> new ArrayList<>())
                    .add(i);
        }
        for (List<Integer> line : lines.values()) {
            line.sort(Comparator.comparingInt(i -> claims.get(i).ports().first()));
            new Sweep().over(line);
        }
    }

    /** One host and protocol. */
    private final class Sweep {
        private final Map<String, Integer> byAddress = new HashMap<>();
        private final List<Integer> apart = new ArrayList<>();
        private @Nullable Integer everywhere;
        private @Nullable Integer met;

        void over(List<Integer> line) {
            for (int claim : line) {
                String address = claims.get(claim).bind().canonical();
                joinIfOpen(claim, everywhere);
                if (address == null) {
                    joinIfOpen(claim, met);
                    apart.forEach(other -> joinIfOpen(claim, other));
                    apart.forEach(other -> met = later(other, met));
                    apart.clear();
                    met = later(claim, met);
                    everywhere = later(claim, everywhere);
                } else {
                    joinIfOpen(claim, byAddress.get(address));
                    byAddress.put(address, later(claim, byAddress.get(address)));
                    apart.add(claim);
                }
            }
        }

        private void joinIfOpen(int claim, @Nullable Integer earlier) {
            if (earlier != null
                    && claims.get(earlier).ports().last()
                            >= claims.get(claim).ports().first()) {
                parent[root(claim)] = root(earlier);
            }
        }

        private int later(int claim, @Nullable Integer other) {
            if (other == null) {
                return claim;
            }
            int last = claims.get(claim).ports().last();
            return claims.get(other).ports().last() >= last ? other : claim;
        }
    }

    private int root(int claim) {
        int at = claim;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }

    private List<List<Claim>> groups() {
        var groups = new LinkedHashMap<Integer, List<Claim>>();
        for (int i = 0; i < claims.size(); i++) {
            groups.computeIfAbsent(root(i), root -> new ArrayList<>()).add(claims.get(i));
        }
        return groups.values().stream().filter(group -> group.size() > 1).toList();
    }
}
