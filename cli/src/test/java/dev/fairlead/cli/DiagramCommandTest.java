package dev.fairlead.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.cli.CliRun.Result;
import dev.fairlead.diagram.Format;
import dev.fairlead.diagram.view.View;
import dev.fairlead.testing.Fixtures;
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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class DiagramCommandTest {
    private static final String HOMELAB =
            Repository.root().resolve("examples/homelab").toString();
    private static final Path SCHEMA = Repository.root().resolve("docs/schema/diagram.json");

    @TempDir
    Path folder;

    private static Result run(String... words) {
        return CliRun.whole().run(words);
    }

    private static String drawn(String... options) {
        var words = new ArrayList<>(List.of("diagram", HOMELAB));
        words.addAll(List.of(options));
        Result result = run(words.toArray(String[]::new));
        assertThat(result.exit()).as(result.err()).isZero();
        return result.out();
    }

    @Test
    void theListHasAViewALine() {
        assertThat(run("diagram", "--list").out().lines())
                .startsWith("dependencies", "chain")
                .hasSameSizeAs(View.values());
    }

    @ParameterizedTest
    @EnumSource(View.class)
    void everyViewIsJsonAsItsSchemaSaysAndIsDrawnAgainFromThat(View view) throws IOException {
        String json = drawn("--view", view.text(), "--format", "json");
        JsonSchemas.assertValidAndComplete(json, SCHEMA);
        Path file = Files.writeString(folder.resolve("view.json"), json);
        for (String format : List.of("text", "mermaid")) {
            assertThat(run("diagram", "--read", file.toString(), "--format", format)
                            .out())
                    .isEqualTo(drawn("--view", view.text(), "--format", format));
        }
    }

    @Test
    void allViewsAreWrittenInAllFormatsWithATableOfThem() throws IOException {
        Path out = folder.resolve("all");
        assertThat(run("diagram", HOMELAB, "--all", "--out", out.toString()).exit())
                .isZero();
        for (View view : View.values()) {
            for (Format format : Format.values()) {
                assertThat(out.resolve(view.text() + "." + format.extension())).isNotEmptyFile();
            }
        }
        assertThat(out.resolve("hosts/gateway.svg")).isNotEmptyFile();
        assertThat(Files.readString(out.resolve("README.md"))).contains("[svg](hosts/gateway.svg)");
    }

    @Test
    void hostsWhoseNamesAreAsLongAsNamesOfFilesCanBeHavePicturesEach() throws IOException {
        Path fleet = Files.createDirectories(folder.resolve("long"));
        String name = "h".repeat(249);
        Files.writeString(
                fleet.resolve("fleet.nix"),
                "{ den.hosts.x86_64-linux = { " + name + "1 = { }; " + name + "2 = { }; }; }\n");
        Path out = folder.resolve("long-pictures");
        Result result = run("diagram", fleet.toString(), "--all", "--out", out.toString());
        assertThat(result.err()).startsWith("wrote ");
        assertThat(result.exit()).isZero();
        try (var files = Files.list(out.resolve("hosts"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".svg"))).hasSize(2);
        }
        for (String host : List.of(name + "1", name + "2")) {
            assertThat(Files.readString(out.resolve("README.md"))).contains("| host:" + host + " |");
        }
    }

    @Test
    void partsOfWhatIsOverBudgetAreWrittenBesideIt() throws IOException {
        Path file = folder.resolve("settings.md");
        String ports = Repository.root().resolve("examples/homelab").toString();
        assertThat(run(
                                "diagram",
                                ports,
                                "--view",
                                "host",
                                "--format",
                                "json",
                                "--budget",
                                "gitea",
                                "-o",
                                file.toString())
                        .exit())
                .isZero();
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(each -> each.getFileName().toString()).sorted().toList())
                    .contains("settings.md", "settings.md-part-1");
        }
        assertThat(Files.readString(file)).contains("it is split into");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--host gatewy|did you mean gateway?",
                "--environment prd|did you mean prod?",
                "--tag egde|did you mean edge?",
                "--tag nothing|the fleet has no tag 'nothing'; it has backed-up, edge",
                "--environment staging|the fleet has no environment 'staging'; it has lab, prod",
                "--view chain --of grafna|did you mean grafana?",
                "--near grafna|did you mean grafana?",
                "--kind servce|the fleet has no kind of box 'servce'; did you mean service?",
                "--collapse hots|the fleet has no kind of frame 'hots'; did you mean host?",
                "--read x.json --host gateway|--host asks something of a fleet, and --read has none",
                "--select sel.tga|--select: attribute 'tga' missing (column 1); did you mean tag?",
                "--select 1|--select must be a selector, but is an integer",
                "--near grafana --hops x|--hops takes a number",
                "--hops 2|--near NAME says of what",
                "--all|--all and --out DIR go together",
                "--theme nowhere.yaml|--theme takes light, dark, or the file of a base16 scheme, and there is no file 'nowhere.yaml'",
                "--theme drak|no file 'drak'; did you mean dark?",
                "--read nowhere.json|nowhere.json cannot be read: there is no such file"
            })
    void whatCannotBeDrawnIsRefusedWithAWordOnWhatCouldBe(String options, String complaint) {
        var words = new ArrayList<>(List.of("diagram", HOMELAB));
        words.addAll(List.of(options.split(" ", -1)));
        Result result = run(words.toArray(String[]::new));
        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains(complaint);
    }

    @Test
    void filtersShowLess() {
        assertThat(drawn("--format", "text", "--problems")).contains("There is nothing to show.");
        assertThat(drawn("--format", "text", "--environment", "lab"))
                .contains("jellyfin")
                .doesNotContain("nextcloud");
        assertThat(drawn("--format", "text", "--near", "sso", "--hops", "1"))
                .contains("ldap")
                .doesNotContain("pki");
        assertThat(drawn("--format", "text", "--collapse", "host")).containsPattern("host:gateway: \\d+ services");
        assertThat(drawn("--format", "text", "--reduce").length())
                .isLessThan(drawn("--format", "text").length());
    }

    @Test
    void selectorsChooseServicesOrTheScopesThatTheyAreInAndGoWithOtherFilters() {
        assertThat(drawn(
                        "--view",
                        "placement",
                        "--format",
                        "text",
                        "--select",
                        "sel.and [ (sel.tag \"edge\") (sel.kind \"service\") ]"))
                .contains("reverse-proxy")
                .doesNotContain("jellyfin");
        assertThat(drawn("--view", "placement", "--format", "text", "--select", "sel.name \"bench\""))
                .contains("jellyfin")
                .doesNotContain("nextcloud");
        assertThat(drawn("--view", "topology", "--format", "text", "--select", "sel.name \"nextcloud\""))
                .contains("host:apps")
                .doesNotContain("host:bench");
        assertThat(drawn("--view", "ports", "--format", "text", "--select", "sel.attrs { provides = \"dns\"; }"))
                .contains("53")
                .doesNotContain("443");
        assertThat(drawn("--format", "text", "--host", "bench", "--select", "sel.name \"nextcloud\""))
                .contains("There is nothing to show.");
    }

    @ParameterizedTest
    @CsvSource({
        "ports, --tag, edge, 443, 8096",
        "ports, --capability, dns, 53, 443",
        "classes, --host, gateway, pki, jellyfin",
        "matrix, --capability, dns, host:gateway, grafana",
        "topology, --capability, dns, host:gateway, user:alice"
    })
    void whatStandsForServicesIsFilteredLikeThem(
            String view, String option, String value, String shown, String hidden) {
        assertThat(drawn("--view", view, "--format", "text", option, value))
                .contains(shown)
                .doesNotContain(hidden);
    }

    @Test
    void graphsOfDenDiagramAreDrawn() {
        Path graph = Fixtures.path("den/fleet-demo-ir.json");
        Result result = run("diagram", "--from", "den", graph.toString(), "--view", "channels", "--format", "text");
        assertThat(result.out()).contains("host-addrs").contains("nginx@web-prod-1");
    }

    @Test
    void whatIsNoGraphOfDenDiagramIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("x.json"), "{}");
        Result result = run("diagram", "--from", "den", file.toString());
        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.err()).contains("is no graph of den-diagram: it has no 'nodes'");
    }
}
