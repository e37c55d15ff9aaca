package dev.fairlead.diagram.mermaid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.diagram.Changes;
import dev.fairlead.diagram.Drawings;
import dev.fairlead.diagram.Format;
import dev.fairlead.diagram.Hostile;
import dev.fairlead.diagram.Resolutions;
import dev.fairlead.diagram.Shared;
import dev.fairlead.diagram.ir.Diagram;
import dev.fairlead.diagram.ir.Form;
import dev.fairlead.diagram.mermaid.BrowserDrawing.Seen;
import dev.fairlead.diagram.view.View;
import dev.fairlead.fleet.resolution.Resolution;
import dev.fairlead.fleet.resolution.Resolution.Edge.EdgeState;
import dev.fairlead.fleet.resolution.Resolution.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What Mermaid itself makes of our texts; the pictures are kept in {@code target/mermaid}. */
final class MermaidInBrowserTest {
    private static Map<String, Seen> drawn = Map.of();

    @BeforeAll
    static void draw() {
        Map<String, String> texts = new TreeMap<>();
        for (String fleet : List.of("homelab", "issue-6655")) {
            texts.put(fleet, Drawings.text(Resolutions.example(fleet), View.DEPENDENCIES, Format.MERMAID));
        }
        texts.put("names", Drawings.text(names(), View.DEPENDENCIES, Format.MERMAID));
        for (View view : View.values()) {
            texts.put("homelab-" + view.text(), Drawings.text(Resolutions.example("homelab"), view, Format.MERMAID));
            texts.put("shared-" + view.text(), Drawings.text(Shared.fleet(), view, Format.MERMAID));
            texts.put("changes-" + view.text(), Drawings.text(Changes.view(view), Format.MERMAID));
        }
        for (Form form : Form.values()) {
            texts.put("form-" + form.text(), Drawings.text(Hostile.diagram(form), Format.MERMAID));
            Diagram invisible = Hostile.diagram(form, Hostile.INVISIBLE);
            texts.put("invisible-" + form.text(), Drawings.text(invisible, Format.MERMAID));
        }
        drawn = BrowserDrawing.of(texts);
    }

    /** Each name as that of a service, of its host, and of something missing; the fleet has them all in its name. */
    private static Resolution names() {
        var services = new ArrayList<Service>();
        var edges = new ArrayList<Resolution.Edge>();
        for (String name : Hostile.NAMES) {
            Service service = Resolutions.service(name, name);
            services.add(service);
            edges.add(Resolutions.needs(service.id(), "missing:" + name, EdgeState.MISSING));
        }
        return Resolutions.of(String.join(" ", Hostile.NAMES), services, edges);
    }

    private static Seen seen(String name) {
        return drawn.getOrDefault(name, Seen.NOTHING);
    }

    @Test
    void everyServiceOfTheHomelabIsInThePicture() {
        Resolution homelab = Resolutions.example("homelab");
        assertThat(seen("homelab").nodes()).hasSameSizeAs(homelab.services());
        assertThat(seen("homelab").groups())
                .containsExactlyInAnyOrder(
                        "env:lab", "env:prod", "host:apps", "host:bench", "host:gateway", "user:alice@apps");
    }

    @Test
    void arrowsAreLabelledNeeds() {
        assertThat(seen("homelab").labels()).hasSizeGreaterThan(20).containsOnly("needs");
    }

    @Test
    void whatIsMissingIsDrawnDashedAndRedAndSaidAndNothingElseIs() {
        List<String> red = seen("issue-6655").edges().stream()
                .filter(edge -> edge.contains("rgb(201, 42, 42)"))
                .toList();
        assertThat(red)
                .singleElement()
                .asString()
                .contains("dns__server1_missing___data_mesher")
                .endsWith("5px, 3px");
        assertThat(seen("issue-6655").edges()).hasSize(5);
        assertThat(seen("issue-6655").labels()).contains("needs (missing)");
        assertThat(seen("issue-6655").nodes()).contains("data-mesher (missing)");
    }

    @Test
    void namesAreShownAsTheyAreWhateverTheyMeanToMermaid() {
        var expected = new ArrayList<>(Hostile.NAMES);
        Hostile.NAMES.forEach(name -> expected.add(name + " (missing)"));
        assertThat(unbroken(seen("names").nodes())).containsExactlyInAnyOrderElementsOf(unbroken(expected));
        assertThat(unbroken(seen("names").groups()))
                .containsExactlyInAnyOrderElementsOf(unbroken(
                        Hostile.NAMES.stream().map(name -> "host:" + name).toList()));
    }

    /** Long names are broken into lines, and a space may be where that happens. */
    private static List<String> unbroken(List<String> texts) {
        return texts.stream().map(text -> text.replaceAll("\\s", "")).toList();
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void everyKindOfPictureShowsNamesAsTheyAre(Form form) {
        String shown = String.join("", seen("form-" + form.text()).texts()).replaceAll("\\s", "");
        assertThat(shown).isNotEmpty();
        // A treemap cuts off what is longer than its areas, and where text has no room it draws none.
        if (form != Form.AREAS) {
            for (String name : Hostile.NAMES) {
                assertThat(shown).contains(name.replaceAll("\\s", ""));
            }
        }
    }

    @Test
    void noNameBecomesAnElementOfThePage() {
        assertThat(seen("names").nodes()).isNotEmpty();
        assertThat(seen("invisible-graph").nodes()).hasSize(2 * Hostile.INVISIBLE.size() + 2);
        assertThat(drawn.values())
                .allSatisfy(picture -> assertThat(picture.foreign()).isEmpty());
    }
}
