package dev.fairlead.diagram.svg;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.diagram.ir.Diagram;
import dev.fairlead.diagram.ir.Edge;
import dev.fairlead.diagram.ir.Form;
import dev.fairlead.diagram.ir.Graphs;
import dev.fairlead.diagram.ir.Group;
import dev.fairlead.diagram.ir.Node;
import dev.fairlead.testing.Property;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where boxes and frames go. */
final class GraphLayoutTest {
    /** Many boxes in one frame, of which only the first two are connected. */
    private static Diagram loose(int boxes) {
        var nodes = new ArrayList<Node>();
        for (int i = 0; i < boxes; i++) {
            nodes.add(Node.of("service:s" + i, "service " + i, "service").in("env:prod"));
        }
        return new Diagram(
                "dependencies",
                Form.GRAPH,
                "loose",
                List.of(),
                List.of(new Group("env:prod", "prod", "environment", null)),
                nodes,
                List.of(Edge.of("service:s0", "service:s1", "needs", "requires")),
                List.of());
    }

    @Test
    void whatNothingIsConnectedToIsPackedAndNoTallColumn() {
        Layout layout = GraphLayout.of(loose(100));
        assertThat(layout.height()).isLessThan(layout.width() * 2);
    }

    @Test
    void everythingHasAPlaceInsideOfItsFrame() {
        Property.tries(60).check(Graphs.diagrams(12), diagram -> {
            Layout layout = GraphLayout.of(diagram);
            assertThat(layout.nodes().keySet())
                    .containsExactlyInAnyOrderElementsOf(
                            diagram.nodes().stream().map(Node::id).toList());
            assertThat(layout.routes()).hasSameSizeAs(diagram.edges());
            for (Node node : diagram.nodes()) {
                Layout.Area frame = layout.groups().get(node.group());
                Layout.Area box = layout.nodes().get(node.id());
                if (frame != null && box != null) {
                    assertThat(box.x()).isGreaterThanOrEqualTo(frame.x());
                    assertThat(box.x() + box.width()).isLessThanOrEqualTo(frame.x() + frame.width() + 0.1);
                }
            }
        });
    }

    @Test
    void stagesStandSideBySideInTheirOrderAndNoArrowPassesThroughABox() {
        Property.tries(60).check(Graphs.diagrams(12), random -> {
            Diagram diagram = random.as(Form.STATES);
            Layout layout = GraphLayout.of(diagram);
            double left = 0;
            for (Group stage : diagram.groups()) {
                Layout.Area frame = layout.groups().get(stage.id());
                if (frame != null) {
                    assertThat(frame.x()).isGreaterThanOrEqualTo(left);
                    left = frame.x() + frame.width();
                }
            }
            for (int i = 0; i < diagram.edges().size(); i++) {
                Edge edge = diagram.edges().get(i);
                Layout.Route route = layout.routes().get(i);
                layout.nodes().forEach((id, box) -> {
                    if (!id.equals(edge.from()) && !id.equals(edge.to())) {
                        assertThat(passes(route, box))
                                .as("%s through %s", edge, id)
                                .isFalse();
                    }
                });
            }
        });
    }

    @Test
    void whatHasNoArrowsTakesSeveralColumnsOfItsStage() {
        Layout layout = GraphLayout.of(loose(200).as(Form.STATES));
        assertThat(layout.height()).isLessThan(layout.width() * 2);
        assertThat(layout.height()).isGreaterThan(24 * 20);
    }

    @Test
    void whoNeedsWhatAndWhoProvidesItAreThreeColumnsWhateverIsWrittenAtTheirArrows() {
        var nodes = new ArrayList<Node>();
        var edges = new ArrayList<Edge>();
        for (int i = 0; i < 5; i++) {
            nodes.add(Node.of("needs:" + i, "needs " + i, "service"));
            nodes.add(Node.of("capability:" + i, "what " + i, i == 4 ? "missing" : "capability"));
            edges.add(Edge.of("needs:" + i, "capability:" + i, i == 0 ? "needs (some)" : "needs", "requires"));
            if (i < 4) {
                nodes.add(Node.of("provides:" + i, "provides " + i, "service"));
                String how = i == 1 ? "provided to fleet by" : "provided to host by";
                edges.add(Edge.of("capability:" + i, "provides:" + i, how, "provides"));
            }
        }
        // "needs" is what most say, so it is written nowhere, and "needs (some)" is.
        edges.add(Edge.of("needs:1", "capability:0", "needs", "requires"));
        edges.add(Edge.of("needs:2", "capability:0", "needs", "requires"));
        Layout layout = GraphLayout.of(new Diagram(
                "capabilities", Form.GRAPH, "three columns", List.of(), List.of(), nodes, edges, List.of()));
        double end = 0;
        for (String column : List.of("needs:", "capability:", "provides:")) {
            List<Layout.Area> boxes = nodes.stream()
                    .map(Node::id)
                    .filter(id -> id.startsWith(column))
                    .map(id -> layout.nodes().get(id))
                    .toList();
            assertThat(boxes.stream().mapToDouble(Layout.Area::x).min().orElse(0))
                    .as(column)
                    .isGreaterThan(end);
            end = boxes.stream().mapToDouble(box -> box.x() + box.width()).max().orElse(0);
        }
        assertThat(layout.routes().get(0).label()).isNotNull();
        assertThat(layout.routes().get(1).label()).isNotNull();
    }

    private static boolean passes(Layout.Route route, Layout.Area box) {
        var inside = new Rectangle2D.Double(box.x() + 1, box.y() + 1, box.width() - 2, box.height() - 2);
        for (int i = 1; i < route.points().size(); i++) {
            Layout.Point from = route.points().get(i - 1);
            Layout.Point to = route.points().get(i);
            if (inside.intersectsLine(from.x(), from.y(), to.x(), to.y())) {
                return true;
            }
        }
        return false;
    }
}
