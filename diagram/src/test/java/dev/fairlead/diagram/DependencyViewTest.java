package dev.fairlead.diagram;

import static dev.fairlead.diagram.Resolutions.needs;
import static dev.fairlead.diagram.Resolutions.service;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.diagram.Diagram.Arrow;
import dev.fairlead.diagram.Diagram.Box;
import dev.fairlead.diagram.Diagram.Group;
import dev.fairlead.diagram.Diagram.Tone;
import dev.fairlead.fleet.Resolution;
import dev.fairlead.fleet.Resolution.Edge;
import dev.fairlead.fleet.Resolution.Edge.EdgeState;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class DependencyViewTest {
    private static final String GRAFANA = "service:grafana@web";
    private static final String DNS = "service:dns@gate";

    private static Diagram all(Resolution resolution) {
        return DependencyView.of(resolution, Optional.empty());
    }

    @Test
    void services_stand_in_the_frame_of_their_host() {
        Diagram diagram =
                all(Resolutions.of("home", List.of(service("dns", "gate"), service("grafana", "web")), List.of()));
        assertThat(diagram.groups()).extracting(Group::label).containsExactly("host:gate", "host:web");
        assertThat(diagram.boxes()).extracting(Box::group).containsExactly("host:gate", "host:web");
    }

    @Test
    void a_service_of_no_host_stands_in_the_frame_of_its_scope() {
        Diagram diagram = all(Resolutions.of("home", List.of(service("dns", null)), List.of()));
        assertThat(diagram.groups()).extracting(Group::id).containsExactly("fleet");
    }

    @Test
    void a_label_names_the_aspect_its_instance_and_its_user() {
        Diagram diagram = all(Resolutions.of(
                "home",
                List.of(
                        service("proxy", "blog", "host:web", "web"),
                        service("shell", null, "user:alice@web", "web"),
                        service("disk.root", null, "host:web", "web")),
                List.of()));
        assertThat(diagram.boxes()).extracting(Box::label).containsExactly("disk.root", "proxy[blog]", "shell (alice)");
    }

    @Test
    void what_is_missing_is_a_box_without_a_host() {
        Diagram diagram = all(Resolutions.of(
                "home", List.of(service("grafana", "web")), List.of(needs(GRAFANA, "missing:dns", EdgeState.MISSING))));
        assertThat(diagram.boxes()).contains(new Box("missing:dns", "dns", null, Tone.MISSING));
        assertThat(diagram.arrows()).containsExactly(new Arrow(GRAFANA, "missing:dns", "needs", Tone.MISSING));
    }

    @Test
    void two_capabilities_of_one_service_are_one_arrow_and_trouble_with_either_shows() {
        Diagram diagram = all(Resolutions.of(
                "home",
                List.of(service("grafana", "web"), service("dns", "gate")),
                List.of(
                        new Edge(GRAFANA, DNS, Edge.Kind.REQUIRES, "a", EdgeState.CYCLE),
                        new Edge(GRAFANA, DNS, Edge.Kind.REQUIRES, "b", EdgeState.RESOLVED))));
        assertThat(diagram.arrows()).containsExactly(new Arrow(GRAFANA, DNS, "needs", Tone.CYCLE));
    }

    @Test
    void inclusion_alone_is_no_arrow() {
        Diagram diagram = all(Resolutions.of(
                "home",
                List.of(service("grafana", "web"), service("dns", "gate")),
                List.of(new Edge(GRAFANA, DNS, Edge.Kind.INCLUDES, "", EdgeState.RESOLVED))));
        assertThat(diagram.arrows()).isEmpty();
    }

    @Test
    void one_host_is_shown_with_what_it_is_connected_to_and_nothing_else() {
        Resolution resolution = Resolutions.of(
                "home",
                List.of(
                        service("dns", "gate"),
                        service("idle", "gate"),
                        service("grafana", "web"),
                        service("alone", "web"),
                        service("far", "attic")),
                List.of(needs(GRAFANA, DNS, EdgeState.RESOLVED), needs("service:far@attic", DNS, EdgeState.RESOLVED)));
        Diagram diagram = DependencyView.of(resolution, Optional.of("web"));
        assertThat(diagram.boxes()).extracting(Box::id).containsExactly("service:alone@web", DNS, GRAFANA);
        assertThat(diagram.arrows()).hasSize(1);
    }
}
