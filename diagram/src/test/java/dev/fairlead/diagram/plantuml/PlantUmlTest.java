package dev.fairlead.diagram.plantuml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.diagram.Changes;
import dev.fairlead.diagram.Drawings;
import dev.fairlead.diagram.Format;
import dev.fairlead.diagram.Hostile;
import dev.fairlead.diagram.Resolutions;
import dev.fairlead.diagram.Shared;
import dev.fairlead.diagram.ir.Form;
import dev.fairlead.diagram.view.View;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.sourceforge.plantuml.FileFormat;
import net.sourceforge.plantuml.FileFormatOption;
import net.sourceforge.plantuml.SourceStringReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What PlantUML makes of our texts, laid out by itself so that no Graphviz is needed. */
final class PlantUmlTest {
    private static final List<Format> FORMATS = List.of(Format.PLANTUML, Format.C4_PLANTUML);

    private static String drawn(String text) throws IOException {
        var reader = new SourceStringReader(text.replace("@startuml\n", "@startuml\n!pragma layout smetana\n"));
        var out = new ByteArrayOutputStream();
        String description =
                reader.outputImage(out, new FileFormatOption(FileFormat.SVG)).getDescription();
        String svg = out.toString(StandardCharsets.UTF_8);
        assertThat(description).as(text).doesNotContain("Error");
        assertThat(svg).as(text).doesNotContain("Syntax Error", "An error has occured", "Fatal parsing error");
        return svg;
    }

    @ParameterizedTest
    @EnumSource(View.class)
    void everyViewIsDrawn(View view) throws IOException {
        for (Format format : FORMATS) {
            assertThat(drawn(Drawings.text(Shared.fleet(), view, format))).contains("</svg>");
            assertThat(drawn(Drawings.text(Changes.view(view), format))).contains("</svg>");
        }
    }

    @Test
    void theHomelabIsDrawn() throws IOException {
        for (Format format : FORMATS) {
            assertThat(drawn(Drawings.text(Resolutions.example("homelab"), View.DEPENDENCIES, format)))
                    .contains(">grafana</text>");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Form.class,
            names = {"GRAPH", "SEQUENCE"})
    void namesAreShownAsTheyAreWhateverTheyMeanToPlantuml(Form form) throws IOException {
        for (Format format : FORMATS) {
            String shown = drawn(Drawings.text(Hostile.diagram(form), format))
                    .replaceAll("<!--.*?-->|<\\?.*?\\?>|<[^>]*>|\\s|&#160;", "")
                    .replace("\u00a0", "")
                    .replace("&quot;", "\"")
                    .replace("&#39;", "'")
                    .replace("&lt;", "<")
                    .replace("&gt;", ">")
                    .replace("&amp;", "&");
            for (String name : Hostile.NAMES) {
                assertThat(shown).as(format.text()).contains(name.replaceAll("\\s", ""));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Form.class,
            names = {"GRAPH", "SEQUENCE"})
    void charactersThatCannotBeShownDoNotBreakIt(Form form) throws IOException {
        for (Format format : FORMATS) {
            assertThat(drawn(Drawings.text(Hostile.diagram(form, Hostile.INVISIBLE), format)))
                    .contains("</svg>");
        }
    }
}
