package dev.fairlead.diagram.svg;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.renderer.NullPlatformSupport;
import dev.fairlead.diagram.Changes;
import dev.fairlead.diagram.Drawings;
import dev.fairlead.diagram.Hostile;
import dev.fairlead.diagram.Resolutions;
import dev.fairlead.diagram.Shared;
import dev.fairlead.diagram.ir.Diagram;
import dev.fairlead.diagram.ir.Edge;
import dev.fairlead.diagram.ir.Form;
import dev.fairlead.diagram.ir.Graphs;
import dev.fairlead.diagram.ir.Group;
import dev.fairlead.diagram.ir.Labels;
import dev.fairlead.diagram.ir.Node;
import dev.fairlead.diagram.view.View;
import dev.fairlead.testing.Property;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** What an XML parser and a rasteriser make of our own pictures. */
final class SvgTest {
    private static Document parsed(String svg) throws IOException, SAXException, ParserConfigurationException {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<Element> elements(Document document, String name) {
        var elements = new ArrayList<Element>();
        var nodes = document.getElementsByTagName(name);
        for (int i = 0; i < nodes.getLength(); i++) {
            if (nodes.item(i) instanceof Element element) {
                elements.add(element);
            }
        }
        return elements;
    }

    private static BufferedImage rasterised(SvgRenderer.Drawing drawing) {
        SVGDocument loaded = new SVGLoader()
                .load(
                        new ByteArrayInputStream(drawing.text().getBytes(StandardCharsets.UTF_8)),
                        null,
                        LoaderContext.createDefault());
        SVGDocument document = Objects.requireNonNull(loaded, "the picture could not be loaded");
        var image = new BufferedImage(
                Math.min(drawing.width(), 4000), Math.min(drawing.height(), 4000), BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        document.renderWithPlatform(NullPlatformSupport.INSTANCE, graphics, null);
        graphics.dispose();
        return image;
    }

    @ParameterizedTest
    @EnumSource(View.class)
    void everyViewIsDrawnInBothThemes(View view) throws Exception {
        for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
            for (Diagram diagram : List.of(
                    Drawings.view(Resolutions.example("homelab"), view),
                    Drawings.view(Shared.fleet(), view),
                    Changes.view(view))) {
                SvgRenderer.Drawing drawing = SvgRenderer.render(diagram, theme);
                assertThat(elements(parsed(drawing.text()), "text")).isNotEmpty();
                // The corners have the colour of the background, so something was drawn to the end.
                BufferedImage image = rasterised(drawing);
                assertThat(image.getRGB(image.getWidth() - 1, image.getHeight() - 1) & 0xFFFFFF)
                        .isEqualTo(Integer.parseInt(theme.background().hex().substring(1), 16));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void namesAreShownAsTheyAreAndNoneBecomesAnElement(Form form) throws Exception {
        Document document =
                parsed(SvgRenderer.render(Hostile.diagram(form), Theme.LIGHT).text());
        var shown = new StringBuilder();
        elements(document, "text")
                .forEach(text -> shown.append(text.getTextContent().replaceAll("\\s", "")));
        for (String name : Hostile.NAMES) {
            // Boxes have the beginning and the end of what is very long; their tooltips have all of it.
            String part = Labels.shortened(name, 100);
            assertThat(shown.toString())
                    .matches(text ->
                            text.contains(name.replaceAll("\\s", "")) || text.contains(part.replaceAll("\\s", "")));
        }
        assertThat(elements(document, "*"))
                .extracting(Element::getTagName)
                .containsOnly("svg", "title", "desc", "g", "rect", "path", "text");
        assertThat(elements(document, "*"))
                .allSatisfy(
                        element -> assertThat(element.getAttribute("onerror")).isEmpty());
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void picturesOfAnyNamesAreRasterised(Form form) throws Exception {
        for (List<String> names : List.of(Hostile.NAMES, Hostile.INVISIBLE)) {
            SvgRenderer.Drawing drawing = SvgRenderer.render(Hostile.diagram(form, names), Theme.DARK);
            assertThat(elements(parsed(drawing.text()), "text")).isNotEmpty();
            BufferedImage image = rasterised(drawing);
            int ground = image.getRGB(0, 0);
            assertThat(IntStream.range(0, image.getHeight())
                            .anyMatch(y -> image.getRGB(image.getWidth() / 3, y) != ground))
                    .isTrue();
        }
    }

    @Test
    void randomDiagramsAreWellFormedAndEverythingLiesInside() {
        Property.tries(60).check(Graphs.diagrams(10), diagram -> {
            SvgRenderer.Drawing drawing = SvgRenderer.render(diagram, Theme.LIGHT);
            assertThat(rasterised(drawing).getHeight()).isPositive();
            assertThat(elements(parsed(drawing.text()), "rect")).allSatisfy(rect -> {
                assertThat(Double.parseDouble(rect.getAttribute("x"))).isBetween(-20.0, (double) drawing.width());
                assertThat(Double.parseDouble(rect.getAttribute("y"))).isBetween(-20.0, (double) drawing.height());
            });
        });
    }

    @Test
    void boxesDoNotOverlap() {
        Property.tries(40).check(Graphs.diagrams(12), random -> {
            Diagram diagram = random.as(Form.GRAPH);
            Layout layout =
                    ElkLayout.of(diagram, _ -> new Layout.Size(60, 30), _ -> 40.0, _ -> new Layout.Size(30, 12));
            List<Layout.Area> boxes = List.copyOf(layout.nodes().values());
            assertThat(boxes).hasSameSizeAs(diagram.nodes());
            for (int i = 0; i < boxes.size(); i++) {
                for (int j = 0; j < i; j++) {
                    Layout.Area a = boxes.get(i);
                    Layout.Area b = boxes.get(j);
                    boolean apart = a.x() + a.width() <= b.x()
                            || b.x() + b.width() <= a.x()
                            || a.y() + a.height() <= b.y()
                            || b.y() + b.height() <= a.y();
                    assertThat(apart).as("%s and %s", a, b).isTrue();
                }
            }
        });
    }

    @Test
    void equalDiagramsAreDrawnEqually() {
        Property.tries(20)
                .check(
                        Graphs.diagrams(10),
                        diagram -> assertThat(
                                        SvgRenderer.render(diagram, Theme.DARK).text())
                                .isEqualTo(
                                        SvgRenderer.render(diagram, Theme.DARK).text()));
    }

    @Test
    void aTitleOfRowsKeepsItsEndWhichIsWhereTheyAre() {
        String title = "service:monitoring.client[monitoring]@machine1";
        var rows = new Diagram(
                "settings",
                Form.TABLE,
                "Settings",
                List.of("x"),
                List.of(new Group("g", title, "service", null)),
                List.of(Node.of("r", "row", "setting").in("g").with("x", "1")),
                List.of(),
                List.of());
        SvgRenderer.Drawing drawn = SvgRenderer.render(rows, Theme.LIGHT);
        assertThat(drawn.text()).contains(">" + title + "<");
    }

    @Test
    void anInclusionIsCalledOneInTheLegendWhereAllAreWrittenInOnePlace() {
        var nodes = List.of(Node.of("h", "host", "host"), Node.of("s", "service", "service"));
        Edge written = Edge.of("h", "s", "inventory.json:1", "includes");
        var graph = new Diagram(
                "includes", Form.GRAPH, "Why", List.of(), List.of(), nodes, Collections.nCopies(4, written), List.of());
        assertThat(SvgRenderer.render(graph, Theme.LIGHT).text()).contains(">includes (inventory.json:1)<");
    }

    @Test
    void aPageForbidsEverythingButItself() {
        String page =
                HtmlRenderer.render(Hostile.diagram(Form.GRAPH), Theme.LIGHT).text();
        assertThat(page)
                .contains("default-src 'none'")
                .doesNotContainPattern("<(script|img|link|iframe|object|a) |url\\(|@import");
    }
}
