package dev.fairlead.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.cli.args.ArgumentParser;
import dev.fairlead.testing.Program;
import dev.fairlead.testing.Repository;
import dev.fairlead.testing.Tools;
import dev.fairlead.viewer.Viewer;
import dev.fairlead.viewer.answer.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The viewer as its user has it: a browser, served fleets, and the page as a file. The scenarios are in {@code viewer/web/e2e};
 * each leaves pictures in {@code viewer/target/pictures}.
 */
final class ViewerInBrowserTest {
    private static final Path WEB = Repository.root().resolve("viewer/web");
    private static final Path PICTURES = Repository.root().resolve("viewer/target/pictures");
    private static final Duration TIMEOUT = Duration.ofMinutes(20);
    private static final JsonMapper JSON = new JsonMapper();

    /** Five thousand services, in a hundred hosts of five environments. */
    private static final String LARGE = """
            { den, lib, ... }:
            let
              numbers = builtins.genList (n: n);
              service = n: "s${toString n}";
              named = name: value: numbers: builtins.listToAttrs (map (n: { name = name n; value = value n; }) numbers);
            in
            {
              den.fleet.name = "large";
              den.environments = named (n: "e${toString n}") (n: { }) (numbers 5);
              den.hosts.x86_64-linux = named (n: "h${toString n}") (n: {
                environment = "e${toString (n / 20)}";
                includes = map (s: den.aspects.${service s}) (numbers 50);
              }) (numbers 100);
              den.aspects = named service (n: { meta.requires = lib.optional (n > 0) (service (n - 1)); }) (numbers 50);
            }
            """;

    private static final String HOSTILE = """
            { den, ... }:
            {
              den.fleet.name = "<img src=x onerror=alert(1)> & </script>";
              den.hosts.x86_64-linux."<b>h".includes = map (name: den.aspects.${name}) [
                "<img src=x onerror=alert(1)>" "<script>alert(2)" "a\\"b'c" "مرحبا" "日本 😀 é" "%s"
              ];
              den.aspects."<img src=x onerror=alert(1)>".meta.requires = [ "<script>alert(2)" "a\\"b'c" ];
              den.aspects."<script>alert(2)".meta.requires = [ "<iframe srcdoc=x>" ];
              den.aspects."a\\"b'c".meta.requires = [ "مرحبا" ];
              den.aspects."مرحبا".meta.requires = [ "日本 😀 é" ];
              den.aspects."日本 😀 é".settings.x = { default = "<img src=x onerror=alert(3)>"; };
              den.aspects."%s".meta.requires = [ "javascript:alert(4)" ];
            }
            """.formatted("long".repeat(75), "long".repeat(75));

    /** Nothing here needs anything. */
    private static final String LOOSE = """
            { den, ... }:
            { den.hosts.x86_64-linux.web.includes = [ den.aspects.nginx ]; den.aspects.nginx = { }; }
            """;

    @TempDir
    Path folder;

    private final List<Viewer> viewers = new ArrayList<>();
    private final List<Throwable> faults = new ArrayList<>();

    @AfterEach
    void close() {
        viewers.forEach(Viewer::close);
    }

    @TestFactory
    Stream<DynamicTest> in_a_browser() throws IOException, Refusal {
        Program node = Tools.node();
        Program chromium = Tools.chromium();
        assumePackages("playwright-core");
        assumePackages("axe-core");
        Assumptions.assumeTrue(Viewer.isBuilt(), "the program was built without the pages of the viewer");
        Path world = folder.resolve("world.json");
        Path outcomes = folder.resolve("outcomes.json");
        Files.writeString(world, JSON.writeValueAsString(world()));
        node.run(
                        WEB.resolve("e2e"),
                        "",
                        TIMEOUT,
                        List.of("drive.mjs", chromium.path().toString(), world.toString(), outcomes.toString()))
                .expectSuccess();
        JsonNode told = JSON.readTree(Files.readString(outcomes));
        assertThat(told.size()).isPositive();
        assertThat(faults).isEmpty();
        return told.properties().stream()
                .map(scenario -> DynamicTest.dynamicTest(
                        scenario.getKey(),
                        () -> assertThat(scenario.getValue().asString("")).isEmpty()));
    }

    @Test
    void theLogicOfThePagePassesItsOwnTests() {
        Tools.node();
        assumePackages("vite");
        Tools.require("npm", "npm").run(WEB, "", TIMEOUT, List.of("test")).expectSuccess();
    }

    private static void assumePackages(String name) {
        Assumptions.assumeTrue(
                Files.isDirectory(WEB.resolve("node_modules").resolve(name)),
                "the npm packages are not installed (npm ci in viewer/web)");
    }

    private Map<String, String> world() throws IOException, Refusal {
        Path broken = Repository.root().resolve("examples/issue-6655");
        Path homelab = Repository.root().resolve("examples/homelab");
        Path edited = fleet("edited", Files.readString(broken.resolve("fleet.nix")));
        var world = new TreeMap<String, String>();
        world.put("homelab", serve(homelab));
        world.put("broken", serve(broken));
        world.put("edited", serve(edited));
        world.put("editedFile", edited.resolve("fleet.nix").toString());
        world.put("large", serve(fleet("large", LARGE)));
        world.put("loose", serve(fleet("loose", LOOSE)));
        world.put("hostile", serve(fleet("hostile", HOSTILE)));
        world.put("otherResolution", printed("resolution.json", "resolve", broken.toString()));
        world.put("otherDiagram", printed("diagram.json", "diagram", broken.toString(), "--format", "json"));
        world.put("file", "file://" + printed("homelab.html", "diagram", homelab.toString(), "--format", "html"));
        world.put("pictures", PICTURES.toString());
        return world;
    }

    private Path fleet(String name, String text) throws IOException {
        Path directory = Files.createDirectories(folder.resolve(name));
        Files.writeString(directory.resolve("fleet.nix"), text);
        return directory;
    }

    private String serve(Path place) throws IOException, Refusal {
        var silent = new PrintStream(PrintStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        var console = new Console(
                InputStream.nullInputStream(),
                silent,
                silent,
                Map.of(),
                () -> false,
                Path.of("").toAbsolutePath());
        Fleets fleets = new FleetPipeline(console);
        var call = new Call(
                ArgumentParser.parse(new ServeCommand().synopsis(), List.of()),
                console,
                Set.of(),
                fleets,
                new Revisions(console));
        Viewer viewer = Viewer.serve(
                new ServedFleet(place, Fleets.Form.FAIRLEAD, fleets), new ViewerForms(call), 0, faults::add);
        viewers.add(viewer);
        return viewer.address();
    }

    /** A file with what a command prints. */
    private String printed(String name, String... words) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, CliRun.whole().run(words).out());
        return file.toString();
    }
}
