package dev.fairlead.diagram.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.diagram.Diagrams;
import dev.fairlead.diagram.Drawings;
import dev.fairlead.diagram.Order;
import dev.fairlead.diagram.Resolutions;
import dev.fairlead.diagram.Shared;
import dev.fairlead.diagram.ir.Diagram;
import dev.fairlead.diagram.ir.Edge;
import dev.fairlead.diagram.ir.Node;
import dev.fairlead.diagram.ir.Tone;
import dev.fairlead.fleet.resolution.Resolution;
import dev.fairlead.fleet.resolution.Resolution.Data;
import dev.fairlead.fleet.resolution.Resolution.Provision;
import dev.fairlead.fleet.resolution.Resolution.Requirement;
import dev.fairlead.fleet.resolution.Resolution.Service;
import dev.fairlead.fleet.resolution.Resolution.State;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds of all views, or of several. */
final class ViewsTest {
    private static Set<Tone> edgeTones(Diagram diagram) {
        return diagram.edges().stream().map(Edge::tone).collect(Collectors.toSet());
    }

    private static Set<Tone> nodeTones(Diagram diagram) {
        return diagram.nodes().stream().map(Node::tone).collect(Collectors.toSet());
    }

    @ParameterizedTest
    @EnumSource(
            value = View.class,
            names = {"DEPENDENCIES", "CHAIN", "CAPABILITIES", "DEPLOYMENT", "C4_CONTEXT", "C4_CONTAINER", "C4_COMPONENT"
            })
    void whatIsMissingAmbiguousOrCircularShowsWhereverDependenciesDo(View view) {
        // The chain of web ends at what is missing, ambiguous and, behind that, circular.
        Diagram drawn = view == View.CHAIN
                ? Diagrams.view(Shared.fleet(), Order.of(view).of(view, Question.FLEET.about("web")))
                : Drawings.view(Shared.fleet(), view);
        assertThat(edgeTones(drawn)).contains(Tone.MISSING, Tone.AMBIGUOUS, Tone.CYCLE);
        assertThat(nodeTones(drawn)).contains(Tone.MISSING);
    }

    @Test
    void aCapabilityThatSomebodyProvidesOutOfSightIsNotMissingButTheArrowSaysSo() {
        Service plain = Resolutions.service("web", "a");
        var needs = new Requirement("dns", "one", false, State.MISSING, List.of(), Map.of(), null, null);
        var gone = new Requirement("sql", "one", false, State.MISSING, List.of(), Map.of(), null, null);
        Service web = with(plain, List.of(), List.of(needs, gone));
        Service dns = with(
                Resolutions.service("dns", "b"),
                List.of(new Provision("dns", "host", new Data.Nothing(), null)),
                List.of());
        Diagram drawn = Drawings.view(Resolutions.of("x", List.of(dns, web), List.of()), View.CAPABILITIES);
        assertThat(drawn.nodes().stream()
                        .filter(node -> node.tone() == Tone.MISSING)
                        .map(Node::id))
                .containsExactly("capability:sql");
        assertThat(drawn.edges().stream()
                        .filter(edge -> edge.tone() == Tone.MISSING)
                        .map(Edge::to))
                .containsExactlyInAnyOrder("capability:dns", "capability:sql");
    }

    private static Service with(Service service, List<Provision> provides, List<Requirement> requires) {
        return new Service(
                service.id(),
                service.name(),
                null,
                service.scope(),
                service.host(),
                null,
                "host",
                provides,
                requires,
                List.of(),
                List.of(),
                0,
                null);
    }

    @Test
    void whatIsWrongShowsInThePictureOfEachHost() {
        Set<Tone> tones = new HashSet<>();
        for (String host : List.of("one", "two")) {
            tones.addAll(
                    edgeTones(Diagrams.view(Shared.fleet(), Order.of(View.HOST).ofHost(host))));
        }
        assertThat(tones).contains(Tone.MISSING, Tone.AMBIGUOUS, Tone.CYCLE);
    }

    @Test
    void whatIsWrongShowsInThePictureOfAUser() {
        Resolution resolution = Resolutions.of(
                "home",
                List.of(Resolutions.service("shell", null, "user:ann@one", "one")),
                List.of(Resolutions.needs("service:shell@ann@one", "missing:dns", Resolution.Edge.EdgeState.MISSING)));
        Diagram drawn = Diagrams.view(resolution, Order.of(View.DEPENDENCIES));
        assertThat(edgeTones(drawn)).contains(Tone.MISSING);
    }

    @ParameterizedTest
    @EnumSource(View.class)
    void everyKindOfBoxCanBeAskedFor(View view) {
        for (Resolution resolution : List.of(Shared.fleet(), Resolutions.example("homelab"))) {
            Set<String> known = Stream.concat(
                            View.KINDS.stream(), resolution.scopes().stream().map(Resolution.Scope::kind))
                    .collect(Collectors.toSet());
            assertThat(Drawings.view(resolution, view).nodes())
                    .extracting(Node::kind)
                    .isSubsetOf(known);
        }
    }

    @Test
    void whereNoOrderIsKnownNoneIsClaimed() {
        Resolution known = Shared.fleet();
        Resolution unordered = new Resolution(
                known.fleet(),
                known.scopes(),
                known.services(),
                List.of(),
                List.of(),
                List.of(),
                known.coordination(),
                List.of());
        assertThat(Drawings.view(unordered, View.DEPLOYMENT).nodes()).isEmpty();
    }

    @Test
    void aServiceThatNeedsAndProvidesStandsOnBothSidesOfCapabilities() {
        List<String> ids = Drawings.view(Shared.fleet(), View.CAPABILITIES).nodes().stream()
                .map(Node::id)
                .toList();
        assertThat(ids).contains("needs:service:db@two", "provides:service:db@two");
        assertThat(Arrays.asList("capability:db", "capability:dns")).isSubsetOf(ids);
    }
}
