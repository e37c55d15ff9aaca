package dev.fairlead.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.testing.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** What the program prints is what the schemas in {@code docs/schema} say, for every fleet among the examples. */
final class SchemasTest {
    private static final Path EXAMPLES = Repository.root().resolve("examples");

    @TempDir
    Path directory;

    static List<String> fleets() throws IOException {
        try (Stream<Path> files = Files.walk(EXAMPLES)) {
            var fleets = new TreeSet<String>();
            files.filter(file ->
                            file.endsWith("fleet.nix") || file.endsWith("modules") || file.endsWith("inventory.json"))
                    .forEach(file -> fleets.add(
                            EXAMPLES.relativize(file.resolveSibling("")).toString()));
            return List.copyOf(fleets);
        }
    }

    private static Path schema(String name) {
        return Repository.root().resolve("docs/schema").resolve(name + ".json");
    }

    private static String out(String command, String fleet, String... words) {
        String folder = EXAMPLES.resolve(fleet).toString();
        List<String> all = new ArrayList<>(List.of("-C", folder, command));
        all.addAll(List.of(words));
        if (Files.exists(Path.of(folder, "inventory.json"))) {
            all.addAll(List.of("--from", "clan"));
        }
        return CliRun.whole().run(all.toArray(String[]::new)).out();
    }

    @ParameterizedTest
    @MethodSource("fleets")
    void findingsAndResolutionsAreAsDescribed(String fleet) {
        JsonSchemas.assertValidAndComplete(out("check", fleet, "--format", "json"), schema("findings"));
        JsonSchemas.assertValidAndComplete(out("resolve", fleet), schema("resolution"));
    }

    @Test
    void differencesAreAsDescribed() {
        for (String change : List.of("--without=service:dns", "--without=host:bench", "--set=fleet:dns.port=5353")) {
            JsonSchemas.assertValidAndComplete(out("whatif", "homelab", change, "--format=json"), schema("difference"));
        }
        JsonSchemas.assertValidAndComplete(
                CliRun.whole()
                        .run(
                                "diff",
                                EXAMPLES.resolve("homelab").toString(),
                                EXAMPLES.resolve("issue-6655").toString(),
                                "--format=json")
                        .out(),
                schema("difference"));
    }

    @Test
    void baselinesAndLocksAreAsDescribed() throws IOException {
        Path baseline = directory.resolve("baseline.json");
        assertThat(out("check", "issue-6655", "--baseline", baseline.toString(), "--write-baseline"))
                .isEmpty();
        JsonSchemas.assertValidAndComplete(Files.readString(baseline), schema("baseline"));
        Files.writeString(directory.resolve("fleet.nix"), """
                {
                  den.hosts.x86_64-linux.web1.includes = [ "grafana" ];
                  den.aspects.grafana.ports.http.port = "auto";
                }
                """);
        assertThat(CliRun.whole().run("lock", "-C", directory.toString()).exit())
                .isZero();
        JsonSchemas.assertValidAndComplete(Files.readString(directory.resolve("fairlead.lock.json")), schema("lock"));
    }

    @Test
    void fleetsInWhichOneChannelConnectsVeryManyAreAsDescribedAndCanBeReadBack() throws IOException {
        Path small = resolved(45);
        Path large = resolved(46);
        JsonSchemas.assertValidAndComplete(Files.readString(small), schema("resolution"));
        JsonSchemas.assertValidAndComplete(Files.readString(large), schema("resolution"));
        assertThat(JsonSchemas.tree(small).get("edges")).hasSize(45 * 44);
        assertThat(JsonSchemas.tree(large).get("edges")).hasSize(46 + 46);
        String difference = CliRun.whole()
                .run("diff", small.toString(), large.toString(), "--format=json")
                .out();
        JsonSchemas.assertValidAndComplete(difference, schema("difference"));
        Path told = Files.writeString(directory.resolve("difference.json"), difference);
        assertThat(JsonSchemas.tree(told).get("edges")).isEmpty();
        assertThat(JsonSchemas.tree(told).get("consumers")).hasSize(46);
    }

    /** The resolution of a fleet in which so many hosts emit into one channel, and read it. */
    private Path resolved(int hosts) throws IOException {
        var fleet = new StringBuilder("""
                {
                  den.aspects.address = {
                    pipe.own = { channel = "all"; visibility = "fleet"; data = 1; };
                    nixos = { pipes, ... }: pipes.all;
                  };
                """);
        for (int host = 0; host < hosts; host++) {
            fleet.append("  den.hosts.x86_64-linux.h%d.includes = [ \"address\" ];%n".formatted(host));
        }
        Path folder = Files.createDirectory(directory.resolve("of-" + hosts));
        Files.writeString(folder.resolve("fleet.nix"), fleet.append("}\n").toString());
        String resolution = CliRun.whole().run("resolve", folder.toString()).out();
        return Files.writeString(directory.resolve(hosts + ".json"), resolution);
    }

    @Test
    void whatSchemasShareTheyDescribeAlike() {
        JsonNode resolution = JsonSchemas.tree(schema("resolution")).get("$defs");
        for (String other : List.of("findings", "difference")) {
            JsonNode definitions = JsonSchemas.tree(schema(other)).get("$defs");
            definitions.propertyNames().stream()
                    .filter(name -> resolution.has(name))
                    .forEach(name -> assertThat(definitions.get(name)).isEqualTo(resolution.get(name)));
        }
    }
}
