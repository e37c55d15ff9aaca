package dev.fairlead.diagram.mermaid;

import dev.fairlead.testing.Program;
import dev.fairlead.testing.Repository;
import dev.fairlead.testing.Tools;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/** Draws Mermaid texts with {@code src/test/mermaid/draw.mjs}; skips the test if something is not installed for it. */
final class BrowserDrawing {
    private static final Path TOOL = Repository.root().resolve("diagram/src/test/mermaid");
    private static final Path PICTURES = Repository.root().resolve("diagram/target/mermaid");
    private static final Duration TIMEOUT = Duration.ofMinutes(5);

    private BrowserDrawing() {}

    /** What can be seen in a picture, as {@code draw.mjs} tells it. */
    record Seen(
            List<String> nodes,
            List<String> groups,
            List<String> labels,
            List<String> edges,
            List<String> texts,
            List<String> foreign) {
        static final Seen NOTHING = new Seen(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
    }

    /** Draws texts, by name, each into {@code target/mermaid/<name>.png}. Fails if Mermaid refuses one. */
    static Map<String, Seen> of(Map<String, String> texts) {
        Program node = Tools.node();
        Program chromium = Tools.chromium();
        Assumptions.assumeTrue(
                Files.isDirectory(TOOL.resolve("node_modules/mermaid")),
                "the npm packages are not installed (npm ci in diagram/src/test/mermaid)");
        try {
            Files.createDirectories(PICTURES);
            for (var text : texts.entrySet()) {
                Files.writeString(PICTURES.resolve(text.getKey() + ".mmd"), text.getValue());
            }
            node.run(TOOL, "", TIMEOUT, List.of("draw.mjs", chromium.path().toString(), PICTURES.toString()))
                    .expectSuccess();
            var drawn = new LinkedHashMap<String, Seen>();
            for (String name : texts.keySet()) {
                drawn.put(name, seen(name, Files.readString(PICTURES.resolve(name + ".seen"))));
            }
            return drawn;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Seen seen(String name, String lines) {
        var things = new LinkedHashMap<String, List<String>>();
        lines.lines().forEach(line -> {
            int space = line.indexOf(' ');
            List<String> words = List.of(line.substring(space + 1).split(" ", -1)).stream()
                    .map(word -> URLDecoder.decode(word.replace("+", "%2B"), StandardCharsets.UTF_8))
                    .toList();
            things.computeIfAbsent(line.substring(0, space), kind -> new ArrayList<>())
                    .add(String.join(" ", words));
        });
        if (things.containsKey("error")) {
            throw new AssertionError("Mermaid does not draw " + name + ": " + things.get("error"));
        }
        return new Seen(
                things.getOrDefault("node", List.of()),
                things.getOrDefault("group", List.of()),
                things.getOrDefault("label", List.of()),
                things.getOrDefault("edge", List.of()),
                things.getOrDefault("text", List.of()),
                things.getOrDefault("foreign", List.of()));
    }
}
