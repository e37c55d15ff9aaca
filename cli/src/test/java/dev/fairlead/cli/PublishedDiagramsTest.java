package dev.fairlead.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.diagram.Diagrams;
import dev.fairlead.diagram.Format;
import dev.fairlead.diagram.Order;
import dev.fairlead.diagram.fit.Part;
import dev.fairlead.diagram.ir.Diagram;
import dev.fairlead.diagram.ir.Form;
import dev.fairlead.diagram.svg.Theme;
import dev.fairlead.diagram.view.Question;
import dev.fairlead.diagram.view.View;
import dev.fairlead.fleet.resolution.Resolution;
import dev.fairlead.testing.Golden;
import dev.fairlead.testing.Repository;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** {@code docs/diagrams} shows the examples as they are now. {@code tools/diagrams} writes it: it is this test, updating. */
final class PublishedDiagramsTest {
    private static final Path FOLDER = Repository.root().resolve("docs/diagrams");

    /** An example, and what of it is worth a picture; {@code host:gateway} is the picture of that host. */
    private record Published(String example, String sentence, List<String> pictures) {}

    private static final List<Published> ALL = List.of(
            new Published(
                    "homelab",
                    "Three machines and two environments. Nothing is wrong with it.",
                    List.of(
                            "dependencies",
                            "host:gateway",
                            "capabilities",
                            "channels",
                            "deployment",
                            "state",
                            "includes",
                            "ports",
                            "matrix",
                            "environments",
                            "placement",
                            "c4-container")),
            new Published(
                    "issue-6655",
                    "A chain of four services the last of which is nowhere deployed.",
                    List.of("chain", "capabilities", "deployment")),
            new Published(
                    "channels",
                    "Services that find each other through channels.",
                    List.of("channels", "channel-sequence")),
            new Published("rules", "Rules that add what is missing.", List.of("rules", "topology")),
            new Published("ports", "Ports that are fixed, computed or chosen.", List.of("ports")),
            new Published("settings", "Settings in layers.", List.of("settings")));

    private static final Map<String, String> FILES = new TreeMap<>();

    @BeforeAll
    static void draw() {
        var index = new StringBuilder("""
                # Diagrams of the examples

                Drawn by Fairlead itself from [`examples/`](../../examples), in both themes; your browser says which it wants. Under
                each is the same as Mermaid, which forges draw themselves. [diagrams.md](../diagrams.md) tells what there is to draw.

                `tools/diagrams` draws them again, and `./verify` fails if they are not up to date.

                | example | pictures |
                |---|---|
                """);
        for (Published published : ALL) {
            String links = published.pictures().stream()
                    .map(picture ->
                            "[" + picture + "](" + published.example() + ".md#" + picture.replace(":", "") + ")")
                    .collect(Collectors.joining(", "));
            index.append("| [")
                    .append(published.example())
                    .append("](")
                    .append(published.example())
                    .append(".md) | ");
            index.append(links).append(" |\n");
            page(published);
        }
        FILES.put("README.md", index.toString());
    }

    private static void page(Published published) {
        Resolution resolution = resolution(published.example());
        var page = new StringBuilder("# " + published.example() + "\n\n" + published.sentence() + "\n");
        for (String picture : published.pictures()) {
            boolean ofHost = picture.startsWith("host:");
            View view = View.named(ofHost ? "host" : picture).orElseThrow();
            Order usual = Order.of(view).of(view, new Question(null, null, view != View.DEPENDENCIES));
            Order order = ofHost ? usual.ofHost(picture.substring("host:".length())) : usual;
            Diagram diagram = Diagrams.view(resolution, order);
            String file = published.example() + "/" + picture.replace(':', '-');
            FILES.put(file + ".svg", drawn(diagram, Format.SVG, Theme.LIGHT));
            FILES.put(file + "-dark.svg", drawn(diagram, Format.SVG, Theme.DARK));
            page.append("\n## ")
                    .append(picture)
                    .append("\n\n")
                    .append(diagram.title())
                    .append(".\n\n");
            page.append("<picture>\n  <source media=\"(prefers-color-scheme: dark)\" srcset=\"")
                    .append(file)
                    .append("-dark.svg\">\n  <img alt=\"")
                    .append(diagram.title())
                    .append("\" src=\"")
                    .append(file)
                    .append(".svg\">\n</picture>\n");
            if (diagram.form() != Form.TABLE && diagram.form() != Form.MATRIX) {
                page.append("\n<details><summary>as Mermaid</summary>\n\n```mermaid\n")
                        .append(drawn(diagram, Format.MERMAID, Theme.LIGHT))
                        .append("```\n\n</details>\n");
            }
        }
        FILES.put(published.example() + ".md", page.toString());
    }

    private static Resolution resolution(String example) {
        var nowhere = new PrintStream(PrintStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        Path root = Repository.root();
        var console = new Console(InputStream.nullInputStream(), nowhere, nowhere, Map.of(), () -> false, root);
        return new FleetPipeline(console)
                .open(root.resolve("examples").resolve(example), Fleets.Form.FAIRLEAD)
                .resolution();
    }

    private static String drawn(Diagram diagram, Format format, Theme theme) {
        List<Part> parts = Diagrams.draw(diagram, format, null, theme);
        assertThat(parts).as(diagram.title()).hasSize(1);
        return parts.getFirst().text();
    }

    @Test
    void everyPictureIsUpToDate() {
        FILES.forEach((name, text) -> {
            try {
                Golden.assertMatches(FOLDER.resolve(name), text);
            } catch (AssertionError outdated) {
                throw new AssertionError("docs/diagrams/" + name + " is not up to date; run tools/diagrams", outdated);
            }
        });
    }

    @Test
    void thereIsNoPictureOfWhatIsNotPublishedAnyMore() throws Exception {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            Set<String> found = files.filter(Files::isRegularFile)
                    .map(file -> FOLDER.relativize(file).toString().replace('\\', '/'))
                    .collect(Collectors.toSet());
            assertThat(found).isEqualTo(FILES.keySet());
        }
    }

    @Test
    void noPageIsAHeavyLoad() {
        FILES.forEach((name, text) -> assertThat(text.length()).as(name).isLessThan(60_000));
    }
}
