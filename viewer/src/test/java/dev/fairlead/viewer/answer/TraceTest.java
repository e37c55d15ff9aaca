package dev.fairlead.viewer.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fairlead.diagram.ir.Diagram;
import dev.fairlead.diagram.ir.Edge;
import dev.fairlead.diagram.ir.Node;
import dev.fairlead.testing.Property;
import dev.fairlead.viewer.answer.Trace.Direction;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A trace has everything on the way, and nothing else. */
final class TraceTest {
    private static Map<String, Object> trace(Diagram diagram, String id, Direction direction) throws Refusal {
        Document document = Document.opened(new Document.Content.Picture(diagram));
        return Json.object(Trace.of(document, Shown.of(diagram, Depth.AUTOMATIC), id, direction));
    }

    private static Set<String> nodes(Map<String, Object> trace) {
        Set<String> nodes = new TreeSet<>();
        Json.list(trace, "nodes").forEach(node -> nodes.add(String.valueOf(node.get("id"))));
        return nodes;
    }

    /** Warshall's closure of the edges, from {@code start}. */
    private static Set<String> reachable(Diagram diagram, String start, boolean backwards) {
        Set<String> reached = new TreeSet<>(Set.of(start));
        for (int i = 0; i < diagram.nodes().size(); i++) {
            for (Edge edge : diagram.edges()) {
                if (reached.contains(backwards ? edge.to() : edge.from())) {
                    reached.add(backwards ? edge.from() : edge.to());
                }
            }
        }
        return reached;
    }

    @Test
    void a_trace_is_what_can_be_reached() {
        Property.forAll(Drawings.random(9, 3), diagram -> {
            String start = diagram.nodes().getFirst().id();
            Set<String> down = reachable(diagram, start, false);
            Set<String> up = reachable(diagram, start, true);
            assertThat(nodes(trace(diagram, start, Direction.DOWN))).isEqualTo(down);
            assertThat(nodes(trace(diagram, start, Direction.UP))).isEqualTo(up);
            Set<String> both = new TreeSet<>(down);
            both.addAll(up);
            assertThat(nodes(trace(diagram, start, Direction.BOTH))).isEqualTo(both);
            assertThat(Json.list(trace(diagram, start, Direction.DOWN), "edges"))
                    .hasSize((int) diagram.edges().stream()
                            .filter(edge -> down.contains(edge.from()))
                            .count());
        });
    }

    @Test
    void what_is_not_there_cannot_be_traced() {
        Diagram diagram = Drawings.fleet(2, 2);
        assertThatThrownBy(() -> trace(diagram, "service:nothing", Direction.BOTH))
                .isInstanceOf(Refusal.class)
                .hasMessage("There is no 'service:nothing' in fleet.");
    }

    @Test
    void what_nothing_is_connected_to_is_alone_in_its_trace() throws Refusal {
        Diagram diagram = Drawings.fleet(1, 0).with(List.of(Node.of("service:a", "a", "service")), List.of());
        assertThat(nodes(trace(diagram, "service:a", Direction.BOTH))).containsExactly("service:a");
    }
}
