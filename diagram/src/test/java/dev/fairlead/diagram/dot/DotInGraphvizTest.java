package dev.fairlead.diagram.dot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.diagram.Changes;
import dev.fairlead.diagram.Drawings;
import dev.fairlead.diagram.Format;
import dev.fairlead.diagram.Hostile;
import dev.fairlead.diagram.Resolutions;
import dev.fairlead.diagram.Shared;
import dev.fairlead.diagram.ir.Form;
import dev.fairlead.diagram.ir.Graphs;
import dev.fairlead.diagram.view.View;
import dev.fairlead.testing.Program;
import dev.fairlead.testing.Property;
import dev.fairlead.testing.Tools;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What Graphviz makes of our texts. */
final class DotInGraphvizTest {
    private static String drawn(String dot) {
        Program.Output output = Tools.dot().feed(dot, "-Tsvg").expectSuccess();
        assertThat(output.stderr()).doesNotContain("Error", "syntax");
        return output.stdout();
    }

    @ParameterizedTest
    @EnumSource(View.class)
    void everyViewIsDrawn(View view) {
        assertThat(drawn(Drawings.text(Resolutions.example("homelab"), view, Format.DOT)))
                .contains("</svg>");
        assertThat(drawn(Drawings.text(Shared.fleet(), view, Format.DOT))).contains("</svg>");
        assertThat(drawn(Drawings.text(Changes.view(view), Format.DOT))).contains("</svg>");
    }

    @Test
    void namesAreShownAsTheyAreWhateverTheyMeanToDot() {
        String shown = drawn(Drawings.text(Hostile.diagram(Form.GRAPH), Format.DOT))
                .replaceAll("<title>[^<]*</title>|<!--.*?-->|<[^>]*>|\\s|&#160;", "")
                .replace("&#45;", "-")
                .replace("&#39;", "'")
                .replace("&quot;", "\"")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
        for (String name : Hostile.NAMES) {
            assertThat(shown).contains(name.replaceAll("\\s", ""));
        }
    }

    @Test
    void charactersThatCannotBeShownDoNotBreakIt() {
        String dot = Drawings.text(Hostile.diagram(Form.GRAPH, Hostile.INVISIBLE), Format.DOT);
        assertThat(drawn(dot).split("class=\"node\"", -1)).hasSizeGreaterThan(2 * Hostile.INVISIBLE.size());
    }

    @Test
    void randomDiagramsAreDrawn() {
        Property.tries(15)
                .check(
                        Graphs.diagrams(8),
                        diagram ->
                                assertThat(drawn(DotRenderer.render(diagram))).contains("</svg>"));
    }
}
