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
    void what_nothing_is_connected_to_is_packed_and_no_tall_column() {
        Layout layout = GraphLayout.of(loose(100));
        assertThat(layout.height()).isLessThan(layout.width() * 2);
    }

    @Test
    void everything_has_a_place_inside_of_its_frame() {
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
    void stages_stand_side_by_side_in_their_order_and_no_arrow_passes_through_a_box() {
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
