package dev.fairlead.fleet.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.fleet.declare.UnreadableFleetException;
import dev.fairlead.fleet.resolution.Resolution.Requirement;
import dev.fairlead.fleet.resolution.Resolution.Service;
import dev.fairlead.fleet.resolution.Resolution.State;
import dev.fairlead.fleet.resolution.ResolvedGraph.Reachable;
import dev.fairlead.fleet.resolve.WrittenFleet;
import dev.fairlead.testing.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ResolvedGraphTest {
    @TempDir
    Path directory;

    static List<Path> examples() throws IOException {
        List<Path> folders = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Repository.root().resolve("examples"))) {
            files.filter(file -> file.endsWith("fleet.nix")).forEach(file -> folders.add(file.resolveSibling("")));
        }
        return folders;
    }

    private static Resolution resolve(Path folder) {
        return new WrittenFleet(folder).resolve();
    }

    private Resolution resolve(String fleet) {
        return new WrittenFleet(directory).with("fleet.nix", fleet).resolve();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void whatARequirementIsBoundToIsReachableByTheSameWay(Path folder) throws UnreadableFleetException {
        Resolution resolution = resolve(folder);
        ResolvedGraph graph = new ResolvedGraph(resolution);
        for (Service service : resolution.services()) {
            for (Requirement requirement : service.requires()) {
                List<Reachable> reachable = graph.reachable(service, requirement);
                if (requirement.state() == State.MISSING || requirement.state() == State.OPTIONAL) {
                    assertThat(reachable).isEmpty();
                }
                requirement
                        .paths()
                        .forEach((id, way) -> assertThat(reachable)
                                .filteredOn(found -> found.provider().id().equals(id))
                                .singleElement()
                                .extracting(Reachable::way)
                                .isEqualTo(way));
            }
        }
    }

    @Test
    void providersThatLostAreReachableAfterTheOneThatWon() throws IOException, UnreadableFleetException {
        Resolution resolution = resolve("""
                {
                  den.aspects.near.meta.provides = [ "dns" ];
                  den.aspects.far.meta.provides.dns.visibility = "fleet";
                  den.aspects.web.meta.requires = [ "dns" "service:far" ];
                  den.hosts.x86_64-linux.a.includes = [ "web" "near" ];
                  den.hosts.x86_64-linux.b = { includes = [ "far" ]; expose.far = "environment"; };
                }
                """);
        ResolvedGraph graph = new ResolvedGraph(resolution);
        Service web = resolution.service("service:web@a").orElseThrow();
        assertThat(graph.searched(web)).containsExactly("service:web@a", "host:a", "env:default", "fleet");
        assertThat(graph.reachable(web, web.requires().getFirst()))
                .extracting(found -> found.provider().id())
                .containsExactly("service:near@a", "service:far@b");
        assertThat(graph.reachable(web, web.requires().get(1)))
                .extracting(found -> found.provider().id())
                .containsExactly("service:far@b");
    }
}
