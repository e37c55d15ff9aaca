package dev.fairlead.diagram.mermaid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.diagram.Drawings;
import dev.fairlead.diagram.Format;
import dev.fairlead.diagram.Resolutions;
import dev.fairlead.diagram.view.View;
import dev.fairlead.fleet.resolution.Resolution;
import dev.fairlead.fleet.resolution.Resolution.Edge.EdgeState;
import dev.fairlead.testing.Property;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

final class MermaidRendererTest {
    private static String draw(Resolution resolution) {
        return Drawings.text(resolution, View.DEPENDENCIES, Format.MERMAID);
    }

    @Test
    void everyServiceHasAnIdOfItsOwnEvenWhereCaseIsIgnored() {
        Property.forAll(Resolutions.random(), resolution -> {
            var text = new MermaidText(draw(resolution));
            assertThat(text.labels.keySet().stream().map(id -> id.toLowerCase(Locale.ROOT)))
                    .doesNotHaveDuplicates();
            assertThat(text.boxes)
                    .hasSizeGreaterThanOrEqualTo(resolution.services().size());
        });
    }

    @Test
    void everyArrowJoinsBoxesThatAreDrawn() {
        Property.forAll(Resolutions.random(), resolution -> {
            var text = new MermaidText(draw(resolution));
            for (List<String> arrow : text.arrows) {
                assertThat(text.boxes).contains(arrow.getFirst(), arrow.getLast());
            }
        });
    }

    @Test
    void labelsSayWhatServicesAreCalledWhateverThatIs() {
        Property.forAll(Resolutions.random(), resolution -> {
            var text = new MermaidText(draw(resolution));
            assertThat(text.labels.values())
                    .containsAll(resolution.services().stream()
                            .map(service -> service.name().isEmpty() ? " " : service.name())
                            .toList());
        });
    }

    @Test
    void equalFleetsAreDrawnEqually() {
        Property.forAll(Resolutions.random(), resolution -> {
            var other = Resolutions.of(
                    resolution.fleet(),
                    resolution.services().reversed(),
                    resolution.edges().reversed());
            assertThat(draw(other)).isEqualTo(draw(resolution));
        });
    }

    @Test
    void anArrowToWhatIsMissingIsDashedAndRed() {
        String drawn = draw(Resolutions.of(
                "home",
                List.of(Resolutions.service("grafana", "web"), Resolutions.service("dns", "web")),
                List.of(
                        Resolutions.needs("service:dns@web", "service:grafana@web", EdgeState.RESOLVED),
                        Resolutions.needs("service:grafana@web", "missing:pki", EdgeState.MISSING))));
        assertThat(drawn)
                .contains("  grafana__web -.->|\"needs (missing)\"| missing___pki\n")
                .contains("  linkStyle 1 stroke:#c92a2a,color:#c92a2a,stroke-dasharray:5 3\n")
                .contains("  class missing___pki missing\n");
    }
}
