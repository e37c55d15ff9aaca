package dev.fairlead.diagram.view;

import static dev.fairlead.diagram.Resolutions.needs;
import static dev.fairlead.diagram.Resolutions.service;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.fairlead.diagram.Diagrams;
import dev.fairlead.diagram.Drawings;
import dev.fairlead.diagram.Order;
import dev.fairlead.diagram.Resolutions;
import dev.fairlead.diagram.ir.Diagram;
import dev.fairlead.diagram.ir.Edge;
import dev.fairlead.diagram.ir.Group;
import dev.fairlead.diagram.ir.Node;
import dev.fairlead.diagram.ir.Tone;
import dev.fairlead.fleet.resolution.Coordination;
import dev.fairlead.fleet.resolution.Coordination.Channel;
import dev.fairlead.fleet.resolution.Coordination.Consumer;
import dev.fairlead.fleet.resolution.Resolution;
import dev.fairlead.fleet.resolution.Resolution.Edge.EdgeState;
import dev.fairlead.fleet.resolution.Resolution.Edge.Kind;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class DependencyViewTest {
    private static final String GRAFANA = "service:grafana@web";
    private static final String DNS = "service:dns@gate";

    private static Diagram all(Resolution resolution) {
        return Drawings.view(resolution, View.DEPENDENCIES);
    }

    @Test
    void servicesStandInTheFrameOfTheirHost() {
        Diagram diagram =
                all(Resolutions.of("home", List.of(service("dns", "gate"), service("grafana", "web")), List.of()));
        assertThat(diagram.groups()).extracting(Group::label).containsExactly("host:gate", "host:web");
        assertThat(diagram.nodes()).extracting(Node::group).containsExactly("host:gate", "host:web");
    }

    @Test
    void aServiceOfNoHostStandsInTheFrameOfItsScope() {
        Diagram diagram = all(Resolutions.of("home", List.of(service("dns", null)), List.of()));
        assertThat(diagram.groups()).extracting(Group::id).containsExactly("fleet");
    }

    @Test
    void aHostStandsInTheFrameOfItsEnvironment() {
        Diagram diagram = all(Resolutions.example("homelab"));
        assertThat(diagram.groups()).extracting(Group::id, Group::parent).contains(tuple("host:bench", "env:lab"));
    }

    @Test
    void aLabelNamesTheAspectItsInstanceAndItsUser() {
        Diagram diagram = all(Resolutions.of(
                "home",
                List.of(
                        service("proxy", "blog", "host:web", "web"),
                        service("shell", null, "user:alice@web", "web"),
                        service("disk.root", null, "host:web", "web")),
                List.of()));
        assertThat(diagram.nodes())
                .extracting(Node::label)
                .containsExactlyInAnyOrder("disk.root", "proxy[blog]", "shell (alice)");
    }

    @Test
    void whatIsMissingIsABoxWithoutAHost() {
        Diagram diagram = all(Resolutions.of(
                "home", List.of(service("grafana", "web")), List.of(needs(GRAFANA, "missing:dns", EdgeState.MISSING))));
        assertThat(diagram.nodes())
                .contains(Node.of("missing:dns", "dns", "missing").toned(Tone.MISSING));
        assertThat(diagram.edges())
                .containsExactly(
                        Edge.of(GRAFANA, "missing:dns", "needs", "requires").toned(Tone.MISSING));
    }

    @Test
    void twoCapabilitiesOfOneServiceAreOneArrowAndTroubleWithEitherShows() {
        Diagram diagram = all(Resolutions.of(
                "home",
                List.of(service("grafana", "web"), service("dns", "gate")),
                List.of(
                        new Resolution.Edge(GRAFANA, DNS, Kind.REQUIRES, "a", EdgeState.CYCLE),
                        new Resolution.Edge(GRAFANA, DNS, Kind.REQUIRES, "b", EdgeState.RESOLVED))));
        assertThat(diagram.edges()).extracting(Edge::tone).containsExactly(Tone.CYCLE);
    }

    @Test
    void inclusionAloneIsNoArrow() {
        Diagram diagram = all(Resolutions.of(
                "home",
                List.of(service("grafana", "web"), service("dns", "gate")),
                List.of(new Resolution.Edge(GRAFANA, DNS, Kind.INCLUDES, "", EdgeState.RESOLVED))));
        assertThat(diagram.edges()).isEmpty();
    }

    @Test
    void servicesThatNeedNothingAndAreNotNeededAreLeftOutUnlessAskedFor() {
        Resolution homelab = Resolutions.example("homelab");
        Diagram usual = Diagrams.view(homelab, Order.of(View.DEPENDENCIES));
        assertThat(usual.nodes()).extracting(Node::label).contains("grafana").doesNotContain("shell (alice)");
        assertThat(all(homelab).nodes()).extracting(Node::label).contains("shell (alice)");
    }

    @Test
    void oneHostIsShownWithWhatItIsConnectedToAndNothingElse() {
        Resolution resolution = Resolutions.of(
                "home",
                List.of(
                        service("dns", "gate"),
                        service("idle", "gate"),
                        service("grafana", "web"),
                        service("far", "attic")),
                List.of(needs(GRAFANA, DNS, EdgeState.RESOLVED), needs("service:far@attic", DNS, EdgeState.RESOLVED)));
        Diagram diagram = Diagrams.view(resolution, Order.of(View.DEPENDENCIES).ofHost("web"));
        assertThat(diagram.nodes()).extracting(Node::id).containsExactly(DNS, GRAFANA);
        assertThat(diagram.nodes()).extracting(Node::tone).containsExactly(Tone.OUTSIDE, Tone.PLAIN);
        assertThat(diagram.edges()).hasSize(1);
    }

    @Test
    void channelsThatCrossHostsAreArrowsInThePictureOfAHost() {
        Resolution resolution = Resolutions.of(
                "home",
                List.of(service("dns", "gate"), service("grafana", "web")),
                List.of(new Resolution.Edge(DNS, GRAFANA, Kind.CHANNEL, "hosts", EdgeState.RESOLVED)));
        for (View view : List.of(View.DEPENDENCIES, View.HOST)) {
            Diagram diagram = Diagrams.view(resolution, Order.of(view).ofHost("web"));
            assertThat(diagram.edges()).containsExactly(Edge.of(DNS, GRAFANA, "hosts", "channel"));
        }
    }

    @Test
    void aChannelThatConnectsVeryManyIsABoxInThePictureOfAHost() {
        Resolution led = led();
        for (View view : List.of(View.DEPENDENCIES, View.HOST)) {
            Diagram diagram = Diagrams.view(led, Order.of(view).ofHost("web"));
            assertThat(diagram.edges()).containsExactly(Edge.of("channel:hosts", GRAFANA, "hosts", "channel"));
            assertThat(diagram.nodes())
                    .filteredOn(node -> node.id().equals("channel:hosts"))
                    .singleElement()
                    .satisfies(box -> {
                        assertThat(box.kind()).isEqualTo("channel");
                        assertThat(box.label()).isEqualTo("hosts");
                        assertThat(box.attribute("description")).isEqualTo("where each host is");
                        assertThat(box.tone()).isNotEqualTo(Tone.MISSING);
                    });
        }
    }

    private static Resolution led() {
        Resolution edges = Resolutions.of(
                "home",
                List.of(service("dns", "gate"), service("grafana", "web")),
                List.of(
                        new Resolution.Edge("channel:hosts", GRAFANA, Kind.CHANNEL, "hosts", EdgeState.RESOLVED),
                        new Resolution.Edge(DNS, "channel:hosts", Kind.CHANNEL, "hosts", EdgeState.RESOLVED)));
        var channel = new Channel("where each host is", List.of(), List.of(new Consumer(GRAFANA, List.of(DNS), null)));
        return new Resolution(
                edges.fleet(),
                edges.scopes(),
                edges.services(),
                edges.excluded(),
                edges.edges(),
                edges.plan(),
                new Coordination(
                        new TreeMap<>(),
                        new TreeMap<>(Map.of("hosts", channel)),
                        List.of(),
                        List.of(),
                        new TreeMap<>()),
                edges.findings());
    }
}
