package dev.fairlead.diagram.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.diagram.Resolutions;
import dev.fairlead.diagram.diff.Difference.EdgeChange;
import dev.fairlead.diagram.diff.Difference.Kind;
import dev.fairlead.diagram.diff.Difference.ServiceChange;
import dev.fairlead.fleet.resolution.Resolution;
import dev.fairlead.fleet.resolution.Resolution.Edge;
import dev.fairlead.fleet.resolution.Resolution.Service;
import dev.fairlead.testing.Property;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class DifferenceTest {
    @Test
    void aFleetDoesNotDifferFromItself() {
        for (String example : List.of("homelab", "issue-6655")) {
            Resolution fleet = Resolutions.example(example);
            assertThat(Difference.between(fleet, fleet).isEmpty()).isTrue();
        }
        Property.forAll(
                Resolutions.random(),
                fleet -> assertThat(Difference.between(fleet, fleet).isEmpty()).isTrue());
    }

    @Test
    void backwardsWhatWasAddedIsRemoved() {
        Property.forAll(Resolutions.random(), Resolutions.random(), (one, other) -> {
            Difference there = Difference.between(one, other);
            Difference back = Difference.between(other, one);
            assertThat(sides(back.services(), true)).isEqualTo(sides(there.services(), false));
            assertThat(sides(back.services(), false)).isEqualTo(sides(there.services(), true));
        });
    }

    private static Set<String> sides(List<ServiceChange> changes, boolean before) {
        return changes.stream()
                .map(change -> String.valueOf(before ? change.before() : change.after()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The twin: with what is known to be the same, services are compared as sets. */
    @Test
    void everyServiceThatIsNotInBothIsToldExactlyOnce() {
        Property.forAll(Resolutions.random(), Resolutions.random(), (one, other) -> {
            Difference difference = Difference.between(one, other);
            Map<String, Integer> told = new HashMap<>();
            for (ServiceChange change : difference.services()) {
                if (change.before() != null) {
                    told.merge("was " + change.before(), 1, Integer::sum);
                }
                if (change.after() != null) {
                    told.merge("is " + change.after(), 1, Integer::sum);
                }
            }
            Set<String> was = ids(one);
            Set<String> is = ids(other);
            Map<String, Integer> expected = new HashMap<>();
            was.stream().filter(id -> !is.contains(id)).forEach(id -> expected.put("was " + id, 1));
            is.stream().filter(id -> !was.contains(id)).forEach(id -> expected.put("is " + id, 1));
            assertThat(told).isEqualTo(expected);
        });
    }

    private static Set<String> ids(Resolution resolution) {
        return resolution.services().stream().map(Service::id).collect(Collectors.toSet());
    }

    @Test
    void aServiceOnAnotherHostHasMovedUnlessItCouldBeAnother() {
        Service dns = Resolutions.service("dns", "a");
        Service elsewhere = Resolutions.service("dns", "b");
        Service third = Resolutions.service("dns", "c");
        assertThat(changes(List.of(dns), List.of(elsewhere)))
                .containsExactly(new ServiceChange(Kind.MOVED, dns.id(), elsewhere.id(), List.of()));
        assertThat(changes(List.of(dns), List.of(elsewhere, third)))
                .extracting(ServiceChange::kind)
                .containsExactly(Kind.REMOVED, Kind.ADDED, Kind.ADDED);
    }

    private static List<ServiceChange> changes(List<Service> before, List<Service> after) {
        return Difference.between(Resolutions.of("x", before, List.of()), Resolutions.of("x", after, List.of()))
                .services();
    }

    @Test
    void edgesFollowTheServicesThatHaveMoved() {
        Service dns = Resolutions.service("dns", "a");
        Service moved = Resolutions.service("dns", "b");
        Service grafana = Resolutions.service("grafana", "a");
        Resolution before = Resolutions.of(
                "x",
                List.of(dns, grafana),
                List.of(Resolutions.needs(grafana.id(), dns.id(), Edge.EdgeState.RESOLVED)));
        Edge cycle = Resolutions.needs(grafana.id(), moved.id(), Edge.EdgeState.CYCLE);
        Difference difference =
                Difference.between(before, Resolutions.of("x", List.of(moved, grafana), List.of(cycle)));
        assertThat(difference.edges())
                .containsExactly(
                        new EdgeChange(Resolutions.needs(grafana.id(), moved.id(), Edge.EdgeState.RESOLVED), cycle));
        assertThat(difference.affected().changed()).containsExactly(moved.id());
        assertThat(difference.affected().dependent()).containsExactly(grafana.id());
        assertThat(difference.affected().hosts()).containsExactly("host:a", "host:b");
    }
}
