package dev.fairlead.diagram;

import dev.fairlead.diagram.view.View;
import dev.fairlead.fleet.resolution.Resolution;
import dev.fairlead.testing.Golden;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ExampleDiagramsTest {
    private static final Resolution HOMELAB = Resolutions.example("homelab");

    @ParameterizedTest
    @ValueSource(strings = {"homelab", "issue-6655"})
    void anExampleIsDrawnLikeThis(String example) {
        var diagram = Diagrams.view(Resolutions.example(example), Order.of(View.DEPENDENCIES));
        Golden.assertMatches("diagrams/" + example + ".mmd", Drawings.text(diagram, Format.MERMAID));
    }

    @ParameterizedTest
    @EnumSource(View.class)
    void everyViewOfTheHomelabReadsLikeThis(View view) {
        Golden.assertMatches(
                "diagrams/homelab/" + view.text() + ".txt",
                Drawings.text(Diagrams.view(HOMELAB, Order.of(view)), Format.TEXT));
    }

    @ParameterizedTest
    @EnumSource(View.class)
    void everyViewOfWhatServicesShareReadsLikeThis(View view) {
        Golden.assertMatches(
                "diagrams/shared/" + view.text() + ".txt",
                Drawings.text(Diagrams.view(Shared.fleet(), Order.of(view)), Format.TEXT));
    }

    static Stream<Format> formats() {
        return Stream.of(Format.values()).filter(format -> format != Format.HTML);
    }

    @ParameterizedTest
    @MethodSource("formats")
    void whatIsMissingLooksLikeThisInEveryFormat(Format format) {
        Golden.assertMatches(
                "diagrams/formats/missing." + format.extension(),
                Drawings.text(Diagrams.view(Resolutions.example("issue-6655"), Order.of(View.DEPENDENCIES)), format));
    }
}
