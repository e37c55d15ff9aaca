package dev.fairlead.diagram.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.diagram.Hostile;
import dev.fairlead.diagram.ir.Diagram;
import dev.fairlead.diagram.ir.Edge;
import dev.fairlead.diagram.ir.Form;
import dev.fairlead.diagram.ir.Node;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Texts for the terminal. */
final class TextRendererTest {
    @ParameterizedTest
    @EnumSource(Form.class)
    void noLineIsWiderThanSaidWhateverTheNames(Form form) {
        // A matrix has a column for each box that something leads to, and these have to be side by side.
        List<String> names = form == Form.MATRIX ? Hostile.NAMES.subList(16, 20) : Hostile.NAMES;
        assertThat(TextRenderer.render(Hostile.diagram(form, names)).lines())
                .allSatisfy(line ->
                        assertThat(line.codePointCount(0, line.length())).isLessThanOrEqualTo(TextRenderer.WIDTH));
    }

    @Test
    void aLongNameKeepsItsBeginningAndItsEnd() {
        String name = "very-" + "long-".repeat(60) + "name@host";
        Diagram diagram = new Diagram(
                "dependencies",
                Form.GRAPH,
                "x",
                List.of(),
                List.of(),
                List.of(Node.of("service:a", name, "service")),
                List.of(),
                List.of());
        assertThat(TextRenderer.render(diagram))
                .isEqualTo("x\n└─ very-long-long-long-long-long-long-long…-long-long-name@host\n");
    }

    @Test
    void manyArrowsTakeSeveralLines() {
        var nodes = new ArrayList<>(List.of(Node.of("service:a", "a", "service")));
        var edges = new ArrayList<Edge>();
        for (int i = 10; i < 40; i++) {
            nodes.add(Node.of("service:b" + i, "b" + i, "service"));
            edges.add(Edge.of("service:a", "service:b" + i, "needs", "requires"));
        }
        String text = TextRenderer.render(
                new Diagram("dependencies", Form.GRAPH, "x", List.of(), List.of(), nodes, edges, List.of()));
        assertThat(text.lines().limit(4))
                .containsExactly(
                        "x",
                        "├─ a",
                        "│    needs → b10, b11, b12, b13, b14, b15, b16, b17, b18, b19, b20, b21, b22, b23, b24, b25, b26,"
                                + " b27, b28, b29,",
                        "│        b30, b31, b32, b33, b34, b35, b36, b37, b38, b39");
    }

    @Test
    void cellsOfWideTablesTakeSeveralLines() {
        Node node = Node.of("port:a", "a", "port")
                .with("port", "80")
                .with("service", "word-".repeat(40))
                .with("value", "x".repeat(100));
        String text = TextRenderer.render(new Diagram(
                "ports",
                Form.TABLE,
                "x",
                List.of("port", "service", "value"),
                List.of(),
                List.of(node),
                List.of(),
                List.of()));
        assertThat(text.lines()).hasSizeBetween(5, 6).first().isEqualTo("x");
        assertThat(text.replaceAll("\\s", "")).contains("word-".repeat(11)).contains("80");
    }
}
