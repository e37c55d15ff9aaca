package dev.fairlead.fleet.claim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.fleet.claim.Allocation.Displaced;
import dev.fairlead.fleet.claim.Allocation.Wanted;
import dev.fairlead.testing.Gen;
import dev.fairlead.testing.Property;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Choosing numbers, compared with a twin that tries every number against every claim, and what must always hold. */
final class AllocationTest {
    private static final String HOST = "host:h";
    private static final PortRange RANGE = new PortRange(3, 9);

    /** The ports of a host, and a lock from an earlier, perhaps quite different time. */
    private record Case(List<Claim> fixed, List<Wanted> wanted, Lock lock, Set<Integer> reserved) {
        Allocation allocate() {
            return Allocation.of(fixed, wanted, lock, RANGE, reserved);
        }

        Case with(Lock other) {
            return new Case(fixed, wanted, other, reserved);
        }
    }

    private static Gen<Case> cases() {
        return choices -> {
            List<Claim> fixed = ClaimGen.claims(4, HOST).draw(choices);
            int wishes = Gen.ints(0, 8).draw(choices);
            List<Wanted> wanted = IntStream.range(0, wishes)
                    .mapToObj(i -> new Wanted(
                            "service:w" + i + "@h",
                            ClaimGen.automatic(ClaimGen.declarations("p", ClaimGen.ranges(1, 2))
                                    .draw(choices))))
                    .toList();
            SortedMap<String, SortedMap<String, Integer>> locked = new TreeMap<>();
            for (int i = 0; i < wishes + 2; i++) {
                if (choices.chance(2)) {
                    locked.put(
                            "service:w" + i + "@h",
                            new TreeMap<>(Map.of("p", Gen.ints(1, 12).draw(choices))));
                }
            }
            Set<Integer> reserved = choices.chance(3) ? Set.of(Gen.ints(3, 9).draw(choices)) : Set.of();
            return new Case(fixed, wanted, new Lock(locked), reserved);
        };
    }

    private static List<Claim> claims(Case of, Map<Wanted, Integer> ports) {
        var claims = new ArrayList<>(of.fixed());
        ports.forEach(
                (wanted, port) -> claims.add(new Claim(wanted.by(), HOST, wanted.declaration(), PortRange.of(port))));
        return claims;
    }

    private static boolean isFree(Case of, Map<Wanted, Integer> ports, Wanted wanted, int port) {
        var claim = new Claim(wanted.by(), HOST, wanted.declaration(), PortRange.of(port));
        return claims(of, ports).stream().noneMatch(claim::collides);
    }

    private static Allocation naive(Case of) {
        var ports = new LinkedHashMap<Wanted, Integer>();
        var displaced = new ArrayList<Displaced>();
        for (Wanted wanted : of.wanted()) {
            Integer locked = of.lock().port(wanted.by(), "p");
            if (locked != null && isFree(of, ports, wanted, locked)) {
                ports.put(wanted, locked);
            } else if (locked != null) {
                var claim = new Claim(wanted.by(), HOST, wanted.declaration(), PortRange.of(locked));
                of.fixed().stream()
                        .filter(claim::collides)
                        .findFirst()
                        .ifPresent(taker -> displaced.add(new Displaced(wanted, locked, taker)));
            }
        }
        var exhausted = new ArrayList<Wanted>();
        for (Wanted wanted : of.wanted()) {
            if (!ports.containsKey(wanted)) {
                IntStream.rangeClosed(RANGE.first(), RANGE.last())
                        .filter(port -> !of.reserved().contains(port) && isFree(of, ports, wanted, port))
                        .findFirst()
                        .ifPresentOrElse(port -> ports.put(wanted, port), () -> exhausted.add(wanted));
            }
        }
        return new Allocation(ports, displaced, exhausted);
    }

    @Test
    void numbersAreThoseThatTryingAllOfThemGives() {
        Property.tries(2_000).check(cases(), of -> assertThat(of.allocate()).isEqualTo(naive(of)));
    }

    @Test
    void noChosenNumberCollidesWithAnything() {
        Property.forAll(cases(), of -> {
            var fixedOnly = Collisions.among(of.fixed());
            assertThat(Collisions.among(claims(of, of.allocate().ports()))).isEqualTo(fixedOnly);
        });
    }

    @Test
    void whatWasChosenAndLockedIsChosenAgain() {
        Property.forAll(cases(), of -> {
            Allocation first = of.allocate();
            Allocation again = of.with(lock(first)).allocate();
            assertThat(again.ports()).isEqualTo(first.ports());
            assertThat(again.displaced()).isEmpty();
        });
    }

    @Test
    void aLockedPortMovesOnlyIfAFixedClaimTakesIt() {
        Property.forAll(cases(), ClaimGen.claims(1, HOST), (of, more) -> {
            Allocation before = of.allocate();
            var fixed = new ArrayList<>(of.fixed());
            more.forEach(claim -> fixed.add(new Claim("service:z@h", HOST, claim.declaration(), claim.ports())));
            Allocation after = new Case(fixed, of.wanted(), lock(before), of.reserved()).allocate();
            before.ports().forEach((wanted, port) -> {
                boolean taken = fixed.stream()
                        .anyMatch(new Claim(wanted.by(), HOST, wanted.declaration(), PortRange.of(port))::collides);
                if (taken) {
                    assertThat(after.displaced()).anyMatch(each -> each.wanted().equals(wanted));
                } else {
                    assertThat(after.ports()).containsEntry(wanted, port);
                }
            });
        });
    }

    private static Lock lock(Allocation allocation) {
        SortedMap<String, SortedMap<String, Integer>> ports = new TreeMap<>();
        allocation.ports().forEach((wanted, port) -> ports.put(wanted.by(), new TreeMap<>(Map.of("p", port))));
        return new Lock(ports);
    }
}
