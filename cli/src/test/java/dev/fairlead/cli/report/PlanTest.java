package dev.fairlead.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.fleet.resolution.Coordination;
import dev.fairlead.fleet.resolution.Resolution;
import dev.fairlead.fleet.resolution.Resolution.Service;
import dev.fairlead.fleet.resolution.ServiceNames;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PlanTest {
    private static final Resolution FLEET = Samples.fleet(List.of());
    private static final ServiceNames NAMES = ServiceNames.of(FLEET);

    private static String text(Plan plan) {
        return PlanText.of(plan, NAMES, Paint.PLAIN);
    }

    @Test
    void wavesAreListedInTheOrderOfDeployment() {
        assertThat(text(Plan.of(FLEET, null, false))).isEqualTo("""
                wave 0
                  service:data-mesher
                  service:dns
                wave 1
                  service:monitoring
                wave 2
                  service:grafana
                """);
    }

    @Test
    void inReverseWavesKeepTheirNumbers() {
        assertThat(text(Plan.of(FLEET, null, true))).startsWith("wave 2\n  service:grafana\nwave 1\n");
    }

    @Test
    void ofOneHostOnlyItsWavesAreLeft() {
        assertThat(text(Plan.of(FLEET, "server2", false))).isEqualTo("wave 0\n  service:data-mesher\n");
    }

    @Test
    void servicesBehindACycleAreInNoWave() {
        List<Service> services = new ArrayList<>();
        for (Service s : FLEET.services()) {
            services.add(new Service(
                    s.id(),
                    s.name(),
                    null,
                    s.scope(),
                    s.host(),
                    s.environment(),
                    s.visibility(),
                    s.provides(),
                    s.requires(),
                    s.classes(),
                    s.includedBy(),
                    null,
                    null));
        }
        Resolution cyclic =
                new Resolution("x", List.of(), services, List.of(), List.of(), List.of(), Coordination.NONE, List.of());
        assertThat(text(Plan.of(cyclic, "server2", false)))
                .isEqualTo("in no wave, because of a cycle\n  service:data-mesher\n");
    }
}
