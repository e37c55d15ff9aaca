package dev.fairlead.diagram.fit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.diagram.Diagrams;
import dev.fairlead.diagram.Drawings;
import dev.fairlead.diagram.Format;
import dev.fairlead.diagram.Resolutions;
import dev.fairlead.diagram.ir.Diagram;
import dev.fairlead.diagram.ir.Edge;
import dev.fairlead.diagram.ir.Form;
import dev.fairlead.diagram.ir.Graphs;
import dev.fairlead.diagram.ir.Node;
import dev.fairlead.diagram.ir.Tone;
import dev.fairlead.diagram.mermaid.MermaidRenderer;
import dev.fairlead.diagram.svg.Theme;
import dev.fairlead.diagram.view.View;
import dev.fairlead.testing.Gen;
import dev.fairlead.testing.Property;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class FittingTest {
    private static Measure mermaid(Diagram diagram) {
        return new Measure(MermaidRenderer.render(diagram), MermaidRenderer.edges(diagram), 0);
    }

    private static List<Part> fit(Diagram diagram, int characters, int edges) {
        return new Fitting(new Budget("test", characters, edges, 8000), FittingTest::mermaid).fit(diagram);
    }

    @Test
    void whatFitsIsLeftAsItIs() {
        Property.forAll(
                Graphs.diagrams(6),
                diagram -> assertThat(fit(diagram, 100_000, 500))
                        .extracting(Part::diagram)
                        .containsExactly(diagram));
    }

    @Test
    void everyPictureIsWithinTheBudget() {
        Property.tries(60).check(Graphs.diagrams(60), Gen.ints(3, 40), (diagram, edges) -> {
            for (Part part : fit(diagram, 6_000, edges)) {
                assertThat(part.text()).hasSizeLessThanOrEqualTo(6_000);
                assertThat(MermaidRenderer.edges(part.diagram())).isLessThanOrEqualTo(edges);
            }
        });
    }

    @Test
    void whateverIsNotDrawnIsToldOnThePicture() {
        Property.tries(60).check(Graphs.diagrams(60), diagram -> {
            List<Part> parts = fit(diagram, 6_000, 20);
            if (!parts.getFirst().diagram().equals(diagram)) {
                assertThat(parts.getFirst().diagram().notes())
                        .hasSizeGreaterThan(diagram.notes().size());
            }
        });
    }

    @Test
    void partsHoldEveryBoxAndEveryArrow() {
        // Of tables, which are split and never drawn smaller.
        Property.tries(60).check(Graphs.diagrams(60), random -> {
            Diagram diagram = random.as(Form.TABLE);
            List<Part> parts = fit(diagram, 4_000, 12);
            Set<String> boxes = new HashSet<>();
            Set<Edge> arrows = new HashSet<>();
            for (Part part : parts.size() == 1 ? parts : parts.subList(1, parts.size())) {
                part.diagram().nodes().stream().map(Node::id).forEach(boxes::add);
                arrows.addAll(part.diagram().edges());
            }
            assertThat(boxes).containsAll(diagram.nodes().stream().map(Node::id).toList());
            assertThat(arrows).containsAll(diagram.edges());
        });
    }

    @Test
    void aProblemIsVisibleInTheFirstPictureHoweverSmallItIs() {
        Property.tries(60).check(Graphs.diagrams(60), diagram -> {
            boolean problem =
                    diagram.nodes().stream().anyMatch(node -> node.tone().isProblem());
            Diagram first = fit(diagram, 5_000, 15).getFirst().diagram();
            assertThat(first.nodes().stream().map(Node::tone).anyMatch(Tone::isProblem))
                    .isEqualTo(problem);
        });
    }

    @Test
    void aFleetThatIsTooLargeIsDrawnByHost() {
        Diagram diagram = Drawings.view(Resolutions.example("homelab"), View.DEPENDENCIES);
        List<Part> parts = Diagrams.draw(diagram, Format.MERMAID, new Budget("small", 1_500, 500, 8000), Theme.LIGHT);
        assertThat(parts).hasSize(1);
        assertThat(parts.getFirst().text())
                .containsPattern("host:gateway: \\d+ services")
                .contains("drawn as one");
    }

    @Test
    void noPictureOfOursIsWiderOrTallerThanAllowed() {
        Property.tries(6).check(Graphs.diagrams(90), random -> {
            Diagram diagram = random.as(Form.GRAPH);
            for (Part part :
                    Diagrams.draw(diagram, Format.SVG, new Budget("small", 999_999, 999, 1_000), Theme.LIGHT)) {
                int width = Integer.parseInt(part.text().replaceAll("(?s).*?width=\"(\\d+)\".*", "$1"));
                assertThat(width).isLessThanOrEqualTo(1_000);
            }
        });
    }
}
