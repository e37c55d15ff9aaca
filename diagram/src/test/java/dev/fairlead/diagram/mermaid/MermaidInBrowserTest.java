package dev.fairlead.diagram.mermaid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.diagram.Diagrams;
import dev.fairlead.diagram.Resolutions;
import dev.fairlead.diagram.mermaid.BrowserDrawing.Seen;
import dev.fairlead.fleet.Resolution;
import dev.fairlead.fleet.Resolution.Edge.EdgeState;
import dev.fairlead.fleet.Resolution.Service;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What Mermaid itself makes of our texts; the pictures are kept in {@code target/mermaid}. */
final class MermaidInBrowserTest {
    private static final List<String> NAMES = List.of(
            "end",
            "graph",
            "subgraph",
            "style",
            "stylesheet",
            "click",
            "default",
            "o",
            "x",
            "1st",
            "a\"b",
            "it's",
            "#35;",
            "a;b",
            "&lt;b&gt;",
            "<script>alert(1)</script>",
            "<img src=x onerror=alert(1)>",
            "日本 😀 é",
            "long-".repeat(40),
            "C:\\new\\table",
            "`code`",
            "`**bold**`",
            "**bold** _it_ *",
            "$$x^2$$",
            "%% gone",
            "%%{init: {\"theme\": \"dark\"}}%%",
            "fa:fa-car",
            "1. one",
            "- one",
            "# one",
            "http://example.org/",
            "x@{shape: circle}",
            "a:::missing",
            "a --> b",
            "a|b",
            "{a}[b](c)");

    private static Map<String, Seen> drawn = Map.of();

    @BeforeAll
    static void draw() {
        drawn = BrowserDrawing.of(Map.of(
                "homelab", text(Resolutions.example("homelab")),
                "issue-6655", text(Resolutions.example("issue-6655")),
                "names", text(names())));
    }

    private static String text(Resolution resolution) {
        return Diagrams.draw(resolution, "dependencies", "mermaid", Optional.empty());
    }

    /** Each name as that of a service, of its host, and of something missing; the fleet has them all in its name. */
    private static Resolution names() {
        var services = new ArrayList<Service>();
        var edges = new ArrayList<Resolution.Edge>();
        for (String name : NAMES) {
            Service service = Resolutions.service(name, name);
            services.add(service);
            edges.add(Resolutions.needs(service.id(), "missing:" + name, EdgeState.MISSING));
        }
        return Resolutions.of(String.join(" ", NAMES), services, edges);
    }

    private static Seen seen(String name) {
        return drawn.getOrDefault(name, Seen.NOTHING);
    }

    @Test
    void every_service_of_the_homelab_is_in_the_picture() {
        Resolution homelab = Resolutions.example("homelab");
        assertThat(seen("homelab").nodes()).hasSameSizeAs(homelab.services());
        assertThat(seen("homelab").groups()).containsExactlyInAnyOrder("host:apps", "host:bench", "host:gateway");
    }

    @Test
    void arrows_are_labelled_needs() {
        assertThat(seen("homelab").labels()).hasSizeGreaterThan(20).containsOnly("needs");
    }

    @Test
    void what_is_missing_is_drawn_dashed_and_red_and_nothing_else_is() {
        List<String> red = seen("issue-6655").edges().stream()
                .filter(edge -> edge.contains("rgb(201, 42, 42)"))
                .toList();
        assertThat(red).singleElement().asString().contains("_dns_data_mesher_").endsWith("5px, 3px");
        assertThat(seen("issue-6655").edges()).hasSize(5);
    }

    @Test
    void names_are_shown_as_they_are_whatever_they_mean_to_mermaid() {
        assertThat(seen("names").nodes())
                .containsExactlyInAnyOrderElementsOf(Collections.nCopies(2, NAMES).stream()
                        .flatMap(List::stream)
                        .toList());
        assertThat(seen("names").groups())
                .containsExactlyInAnyOrderElementsOf(
                        NAMES.stream().map(name -> "host:" + name).toList());
    }

    @Test
    void no_name_becomes_an_element_of_the_page() {
        assertThat(seen("names").nodes()).isNotEmpty();
        assertThat(seen("names").foreign()).isEmpty();
    }
}
