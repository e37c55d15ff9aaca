package dev.fairlead.viewer.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fairlead.diagram.ir.Diagram;
import dev.fairlead.diagram.ir.Edge;
import dev.fairlead.diagram.ir.Node;
import dev.fairlead.fleet.resolution.Coordination;
import dev.fairlead.fleet.resolution.Coordination.Channel;
import dev.fairlead.fleet.resolution.Coordination.ChannelItem;
import dev.fairlead.fleet.resolution.Coordination.Consumer;
import dev.fairlead.fleet.resolution.Resolution;
import dev.fairlead.fleet.resolution.Resolution.Data;
import dev.fairlead.fleet.resolution.Resolution.Edge.EdgeState;
import dev.fairlead.fleet.resolution.Resolution.Edge.Kind;
import dev.fairlead.testing.Property;
import dev.fairlead.viewer.answer.Trace.Direction;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A trace has everything on the way, and nothing else. */
final class TraceTest {
    private static final String CHANNEL = "channel:c";
    private static final String A = "service:a@h";
    private static final String B = "service:b@h";

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
    void aTraceIsWhatCanBeReached() {
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
    void aChannelIsTracedPairByPairUnlessTheFleetLeadsItThroughItself() throws Refusal {
        assertThat(flows(new Flow(A, B))).containsExactlyInAnyOrder(A + " " + CHANNEL, CHANNEL + " " + B, A + " " + B);
        assertThat(flows(new Flow(A, CHANNEL), new Flow(CHANNEL, B)))
                .containsExactlyInAnyOrder(A + " " + CHANNEL, CHANNEL + " " + B);
    }

    private record Flow(String from, String to) {}

    /** The steps of the trace of a channel that A emits into and B reads, where the fleet has these edges. */
    private static Set<String> flows(Flow... edges) throws Refusal {
        var channel = new Channel(
                null,
                List.of(new ChannelItem(A, new Data.Whole(1), "fleet", null)),
                List.of(new Consumer(B, List.of(A), null)));
        var fleet = new Resolution(
                "fleet",
                List.of(),
                List.of(),
                List.of(),
                Stream.of(edges)
                        .map(flow -> new Resolution.Edge(flow.from(), flow.to(), Kind.CHANNEL, "c", EdgeState.RESOLVED))
                        .toList(),
                List.of(),
                new Coordination(
                        new TreeMap<>(), new TreeMap<>(Map.of("c", channel)), List.of(), List.of(), new TreeMap<>()),
                List.of());
        Document document = Document.opened(new Document.Content.Fleet(fleet));
        Map<String, Object> trace =
                Json.object(Trace.ofChannel(document, Shown.of(Drawings.fleet(1, 0), Depth.AUTOMATIC), "c"));
        assertThat(nodes(trace)).containsExactly(CHANNEL, A, B);
        Set<String> steps = new TreeSet<>();
        Json.list(trace, "edges").forEach(step -> steps.add(step.get("from") + " " + step.get("to")));
        return steps;
    }

    @Test
    void whatIsNotThereCannotBeTraced() {
        Diagram diagram = Drawings.fleet(2, 2);
        assertThatThrownBy(() -> trace(diagram, "service:nothing", Direction.BOTH))
                .isInstanceOf(Refusal.class)
                .hasMessage("There is no 'service:nothing' in fleet.");
    }

    @Test
    void whatNothingIsConnectedToIsAloneInItsTrace() throws Refusal {
        Diagram diagram = Drawings.fleet(1, 0).with(List.of(Node.of("service:a", "a", "service")), List.of());
        assertThat(nodes(trace(diagram, "service:a", Direction.BOTH))).containsExactly("service:a");
    }
}
