package dev.fairlead.fleet.claim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.testing.Property;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The sweep finds what comparing every claim with every other does. */
final class CollisionsTest {
    @Test
    void theSweepFindsTheGroupsThatComparingAllPairsFinds() {
        Property.tries(2_000)
                .check(
                        ClaimGen.claims(14, "host:a", "host:b"),
                        claims ->
                                assertThat(Set.copyOf(Collisions.among(claims))).isEqualTo(groups(claims)));
    }

    @Test
    void theNumbersOfAGroupAreThoseThatTwoOfItsClaimsTake() {
        Property.tries(2_000).check(ClaimGen.claims(14, "host:a"), claims -> {
            for (List<Claim> group : Collisions.among(claims)) {
                var numbers = new TreeSet<Integer>();
                ContestedPorts.of(group)
                        .forEach(range -> IntStream.rangeClosed(range.first(), range.last())
                                .forEach(numbers::add));
                assertThat(numbers).isEqualTo(contested(group));
            }
        });
    }

    @Test
    @Tag("large")
    void manyClaimsOfOnePortAreOneGroupAndCostNoComparisonOfAllWithAll() {
        var claims = new ArrayList<Claim>();
        PortDeclaration everywhere =
                new PortDeclaration("p", PortRange.of(80), "tcp", BindAddress.EVERY, false, null, List.of(), null);
        for (int i = 0; i < 200_000; i++) {
            BindAddress bind = i % 2 == 0 ? BindAddress.EVERY : new BindAddress("a" + i, "a" + i);
            claims.add(new Claim(
                    "service:%06d@h".formatted(i),
                    "host:h",
                    new PortDeclaration("p", PortRange.of(80), "tcp", bind, false, null, List.of(), null),
                    PortRange.of(80)));
        }
        claims.add(new Claim("service:z@h", "host:h", everywhere, PortRange.of(80)));
        assertThat(Collisions.among(claims))
                .singleElement()
                .satisfies(group -> assertThat(group).hasSize(claims.size()));
    }

    /** Repeats joining groups until no two have claims that collide. */
    private static Set<List<Claim>> groups(List<Claim> claims) {
        List<Set<Claim>> groups = new ArrayList<>();
        claims.forEach(claim -> groups.add(new HashSet<>(Set.of(claim))));
        for (int i = 0; i < groups.size(); i++) {
            for (int j = 0; j < groups.size(); j++) {
                Set<Claim> one = groups.get(i);
                Set<Claim> other = groups.get(j);
                if (i != j && one.stream().anyMatch(a -> other.stream().anyMatch(a::collides))) {
                    one.addAll(other);
                    other.clear();
                    j = -1;
                }
            }
        }
        var sorted = new HashSet<List<Claim>>();
        groups.stream()
                .filter(group -> group.size() > 1)
                .forEach(group -> sorted.add(group.stream().sorted(Claim.ORDER).toList()));
        return sorted;
    }

    private static Set<Integer> contested(List<Claim> group) {
        var numbers = new TreeSet<Integer>();
        for (Claim one : group) {
            for (Claim other : group) {
                if (!one.equals(other) && one.collides(other)) {
                    IntStream.rangeClosed(
                                    Math.max(one.ports().first(), other.ports().first()),
                                    Math.min(one.ports().last(), other.ports().last()))
                            .forEach(numbers::add);
                }
            }
        }
        return numbers;
    }
}
