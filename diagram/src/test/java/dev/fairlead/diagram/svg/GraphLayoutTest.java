package dev.fairlead.diagram.svg;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.diagram.ir.Diagram;
import dev.fairlead.diagram.ir.Edge;
import dev.fairlead.diagram.ir.Form;
import dev.fairlead.diagram.ir.Graphs;
import dev.fairlead.diagram.ir.Group;
import dev.fairlead.diagram.ir.Node;
import dev.fairlead.testing.Property;
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
}
