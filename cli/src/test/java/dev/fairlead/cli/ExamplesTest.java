package dev.fairlead.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.cli.CliRun.Result;
import dev.fairlead.fleet.finding.FindingId;
import dev.fairlead.testing.Golden;
import dev.fairlead.testing.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The fleets in {@code examples}, through the whole program. */
final class ExamplesTest {
    private static final Path EXAMPLES = Repository.root().resolve("examples");

    static List<String> broken() throws IOException {
        try (Stream<Path> folders = Files.list(EXAMPLES.resolve("broken"))) {
            return folders.map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    private static Result run(String... words) {
        return CliRun.whole().run(words);
    }

    @Test
    void theHomelabHasNoFindings() {
        assertThat(run("check", EXAMPLES.resolve("homelab").toString(), "--deny-warnings"))
                .satisfies(result -> assertThat(result.exit()).isZero())
                .satisfies(result -> assertThat(result.out()).endsWith(": no findings\n"));
    }

    @Test
    void theChainOfIssue6655IsOneErrorWithBothSentences() {
        Result result = run("check", EXAMPLES.resolve("issue-6655").toString());
        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.out())
                .contains("service:dns imports service:data-mesher, but no scope matching service:data-mesher exists in"
                        + " the graph.\n")
                .contains("= chain: service:grafana → service:monitoring → service:dns → service:data-mesher:"
                        + " service:dns imports service:data-mesher, which is not in scope\n");
        Golden.assertMatches("examples/issue-6655.txt", result.out());
    }

    @ParameterizedTest
    @MethodSource("broken")
    void eachBrokenFleetIsToldWhatWhereAndHowToMendIt(String name) {
        String folder = EXAMPLES.resolve("broken").resolve(name).toString();
        boolean clan = Files.exists(Path.of(folder, "inventory.json"));
        Result result = clan ? run("check", folder, "--from", "clan") : run("check", folder);
        assertThat(result.err()).isEmpty();
        assertThat(result.out().lines().filter(line -> line.matches("(error|warning|note)\\[.*")))
                .singleElement()
                .asString()
                .contains("[" + name + "]: ");
        assertThat(result.exit()).isEqualTo(result.out().startsWith("error[") ? 1 : 0);
        Golden.assertMatches("examples/broken/" + name + ".txt", result.out());
    }

    @Test
    void thereIsOneBrokenFleetForEachFinding() throws IOException {
        assertThat(broken())
                .containsExactlyElementsOf(Stream.of(FindingId.values())
                        .map(FindingId::text)
                        .sorted()
                        .toList());
    }

    @Test
    void theHomelabIsPlannedExplainedAndWrittenDown() {
        String folder = EXAMPLES.resolve("homelab").toString();
        Golden.assertMatches("examples/homelab/plan.txt", run("plan", folder).out());
        Golden.assertMatches(
                "examples/homelab/resolution.json", run("resolve", folder).out());
        Golden.assertMatches(
                "examples/homelab/why.txt",
                run("-C", folder, "why", "service:grafana", "http-proxy").out());
    }

    @Test
    void kindsAndMembershipAreWrittenDownAndExplained() {
        String folder = EXAMPLES.resolve("kinds").toString();
        assertThat(run("check", folder).out()).isEqualTo("9 services on 3 hosts: no findings\n");
        Golden.assertMatches(
                "examples/kinds/resolution.json", run("resolve", folder).out());
        var explained = new StringBuilder();
        for (String subject : List.of("node-exporter", "sudo", "debugging@db1", "symbols@db1")) {
            explained.append(run("-C", folder, "why", subject).out()).append('\n');
        }
        Golden.assertMatches("examples/kinds/why.txt", explained.toString());
    }

    @Test
    void whatServicesTellEachOtherIsResolvedAndExplained() {
        for (String name : List.of("channels", "contracts")) {
            String folder = EXAMPLES.resolve(name).toString();
            assertThat(run("check", folder, "--deny-warnings").out()).endsWith(": no findings\n");
            Golden.assertMatches(
                    "examples/" + name + "/resolution.json",
                    run("resolve", folder).out());
        }
        String channels = EXAMPLES.resolve("channels").toString();
        Golden.assertMatches(
                "examples/channels/why-gathered.txt",
                run("-C", channels, "why", "service:load-balancer", "channel:backends")
                        .out());
        Golden.assertMatches(
                "examples/channels/why-gathered.json",
                run("-C", channels, "why", "service:load-balancer", "backends", "--format", "json")
                        .out());
        Golden.assertMatches(
                "examples/channels/why-seen.txt",
                run("-C", channels, "why", "service:restic@web1", "backup-targets")
                        .out());
        Golden.assertMatches(
                "examples/channels/why-emitted.txt",
                run("-C", channels, "why", "service:web@web1", "channel:backends")
                        .out());
        assertThat(run("-C", channels, "why", "service:restic@web1", "channel:backup-target")
                        .err())
                .contains("did you mean backup-targets?");
    }

    @Test
    void portsAreClaimedLockedAndExplained() {
        String folder = EXAMPLES.resolve("ports").toString();
        assertThat(run("check", folder, "--deny-warnings").out()).endsWith(": no findings\n");
        assertThat(run("lock", "--check", "-C", folder).exit()).isZero();
        Golden.assertMatches(
                "examples/ports/why.txt",
                run("-C", folder, "why", "host:web", ":8443").out());
        Golden.assertMatches(
                "examples/ports/why.json",
                run("-C", folder, "why", "host:web", ":8443", "--format", "json")
                        .out());
    }

    @Test
    void theSettingsAreResolvedAndExplained() {
        String folder = EXAMPLES.resolve("settings").toString();
        assertThat(run("check", folder).out()).endsWith(": no findings\n");
        Golden.assertMatches(
                "examples/settings/resolution.json", run("resolve", folder).out());
        for (String path : List.of(
                "nginx.port", "nginx.allowedOrigins", "nginx.allowedOrigins[1]", "nginx.workers", "nginx.prot")) {
            Result result = run("-C", folder, "why", "host:web1", path);
            Golden.assertMatches("examples/settings/why-" + path + ".txt", result.out() + result.err());
        }
        Golden.assertMatches(
                "examples/settings/why-peers.txt",
                run("-C", folder, "why", "services.bgp@node2", "peers.tor1.address")
                        .out());
        Golden.assertMatches(
                "examples/settings/why-port.json",
                run("-C", folder, "why", "host:web1", "nginx.port", "--format", "json")
                        .out());
    }

    @Test
    void theFleetWithRulesGetsWhatTheyAdd() {
        String folder = EXAMPLES.resolve("rules").toString();
        Golden.assertMatches("examples/rules/check.txt", run("check", folder).out());
        Golden.assertMatches("examples/rules/plan.txt", run("plan", folder).out());
        Golden.assertMatches(
                "examples/rules/why.txt",
                run("-C", folder, "why", "service:dnsmasq@edge").out());
        Golden.assertMatches(
                "examples/rules/why-rule.txt",
                run("-C", folder, "why", "rule:observed").out());
        Golden.assertMatches(
                "examples/rules/why-rule.json",
                run("-C", folder, "why", "rule:dns", "--format", "json").out());
        assertThat(run("-C", folder, "why", "rule:observd").err()).contains("did you mean observed?");
    }

    @Test
    void whatCannotBeAskedIsSaidInTheWordsOfTheQuestion() {
        String folder = EXAMPLES.resolve("rules").toString();
        assertThat(run("-C", folder, "why", "host:egde", "blog.workers").err())
                .contains("the fleet has no scope 'host:egde'; did you mean host:edge?");
        assertThat(run("-C", folder, "why", "host:edge", "channel:x").err()).contains("channels are asked of services");
    }

    @Test
    void equalInputGivesEqualBytes() {
        for (String command : List.of("resolve", "plan", "diagram")) {
            String folder = EXAMPLES.resolve("homelab").toString();
            assertThat(run(command, folder)).isEqualTo(run(command, folder));
        }
    }
}
