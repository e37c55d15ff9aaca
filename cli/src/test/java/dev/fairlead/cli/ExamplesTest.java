package dev.fairlead.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.cli.CliRun.Result;
import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.finding.FindingId;
import dev.fairlead.fleet.finding.Severity;
import dev.fairlead.testing.Golden;
import dev.fairlead.testing.Repository;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The fleets of {@code examples/} say what their README promises; what they print is kept as golden texts. */
final class ExamplesTest {
    private static final Path EXAMPLES = Repository.root().resolve("examples");

    private static Result run(String... words) {
        return new CliRun(new FleetPipeline(quiet())).run(words);
    }

    private static Console quiet() {
        return new Console(
                InputStream.nullInputStream(),
                System.out,
                System.err,
                Map.of(),
                () -> false,
                Path.of("").toAbsolutePath());
    }

    private static String fleet(String name) {
        return EXAMPLES.resolve(name).toString();
    }

    static Stream<String> broken() throws IOException {
        try (Stream<Path> folders = Files.list(EXAMPLES.resolve("broken"))) {
            return folders.map(folder -> folder.getFileName().toString()).sorted().toList().stream();
        }
    }

    @Test
    void there_is_one_broken_fleet_for_each_finding() throws IOException {
        List<String> ids =
                Arrays.stream(FindingId.values()).map(FindingId::text).sorted().toList();
        assertThat(broken()).containsExactlyElementsOf(ids);
    }

    @ParameterizedTest
    @MethodSource("broken")
    void a_broken_fleet_has_the_one_finding_it_is_named_after(String id) {
        boolean clan = Files.exists(EXAMPLES.resolve("broken").resolve(id).resolve("inventory.json"));
        String directory = fleet("broken/" + id);
        Result result = clan ? run("check", "--from", "clan", directory) : run("check", directory);
        Golden.assertMatches("broken/" + id + ".txt", result.out());
        Fleet fleet =
                new FleetPipeline(quiet()).open(Path.of(directory), clan ? Fleets.Form.CLAN : Fleets.Form.FAIRLEAD);
        List<Finding> findings = fleet.resolution().findings();
        assertThat(findings).extracting(f -> f.id().text()).containsExactly(id);
        boolean error = findings.getFirst().severity() == Severity.ERROR;
        assertThat(result.exit()).isEqualTo(error ? 1 : 0);
    }

    @Test
    void the_homelab_resolves_with_no_finding() {
        Result result = run("check", fleet("homelab"));
        assertThat(result).isEqualTo(new Result(0, "20 services on 3 hosts: no findings\n", ""));
    }

    @Test
    void the_chain_of_issue_6655_is_the_one_error_it_deserves() {
        Result result = run("check", fleet("issue-6655"));
        assertThat(result.exit()).isEqualTo(1);
        Golden.assertMatches("issue-6655/check.txt", result.out());
        assertThat(result.out())
                .contains("service:dns imports service:data-mesher, but no scope matching service:data-mesher exists in"
                        + " the graph.\n")
                .containsPattern("= chain: .*: service:dns imports service:data-mesher, which is not in scope\n");
    }

    @Test
    void the_homelab_is_planned_explained_and_drawn() {
        Golden.assertMatches("homelab/plan.txt", run("plan", fleet("homelab")).out());
        Golden.assertMatches(
                "homelab/resolution.json", run("resolve", fleet("homelab")).out());
        Golden.assertMatches(
                "homelab/why.txt",
                run("-C", fleet("homelab"), "why", "service:grafana", "http-proxy")
                        .out());
    }
}
