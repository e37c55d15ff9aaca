package dev.fairlead.viewer.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.diagram.ir.Diagram;
import dev.fairlead.diagram.ir.Edge;
import dev.fairlead.diagram.ir.Group;
import dev.fairlead.diagram.ir.Groups;
import dev.fairlead.diagram.ir.Node;
import dev.fairlead.testing.Property;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is sent to the page is a diagram with a place for everything in it. */
final class ShownTest {
    @Test
    void everythingThatIsSeenHasAPlaceInTheLayoutAndNothingElseHas() {
        Property.tries(60).check(Drawings.random(12, 6), diagram -> {
            Shown shown = Shown.of(diagram, new Depth(false, Set.of(), Set.of("host:1")));
            Map<String, Object> answer = Json.object(shown.json());
            Map<String, Object> layout = Json.object(answer, "layout");
            assertThat(Json.object(layout, "nodes").keySet())
                    .containsExactlyElementsOf(
                            shown.seen().nodes().stream().map(Node::id).toList());
            assertThat(Json.object(layout, "groups").keySet())
                    .containsExactlyElementsOf(
                            shown.seen().groups().stream().map(Group::id).toList());
            assertThat(Json.list(layout, "edges"))
                    .hasSameSizeAs(shown.seen().edges())
                    .allSatisfy(edge -> assertThat(Json.list(edge, "points")).hasSizeGreaterThanOrEqualTo(2));
        });
    }

    @Test
    void boxesLieInsideThePictureAndInsideTheirFrames() {
        Property.tries(60).check(Drawings.random(10, 5), diagram -> {
            Map<String, Object> layout =
                    Json.object(Json.object(Shown.of(diagram, Depth.AUTOMATIC).json()), "layout");
            var groups = new Groups(diagram);
            for (Node node : diagram.nodes()) {
                Map<String, Object> box = Json.object(Json.object(layout, "nodes"), node.id());
                assertThat(Json.number(box, "x")).isNotNegative();
                assertThat(Json.number(box, "x") + Json.number(box, "width"))
                        .isLessThanOrEqualTo(Json.number(layout, "width") + 0.2);
                for (Group around : groups.around(node.group())) {
                    Map<String, Object> frame = Json.object(Json.object(layout, "groups"), around.id());
                    assertThat(Json.number(box, "y")).isGreaterThanOrEqualTo(Json.number(frame, "y"));
                    assertThat(Json.number(box, "y") + Json.number(box, "height"))
                            .isLessThanOrEqualTo(Json.number(frame, "y") + Json.number(frame, "height") + 0.2);
                }
            }
        });
    }

    @Test
    void aThingKnowsTheGroupsAroundItFromTheOutsideIn() {
        Diagram diagram = new Diagram(
                "v",
                dev.fairlead.diagram.ir.Form.GRAPH,
                "t",
                List.of(),
                List.of(
                        new Group("env:prod", "prod", "environment", null),
                        new Group("host:a", "a", "host", "env:prod")),
                List.of(Node.of("service:x@a", "x", "service").in("host:a"), Node.of("missing:dns", "dns", "missing")),
                List.of(Edge.of("service:x@a", "missing:dns", "needs", "requires")),
                List.of());
        Shown shown = Shown.of(diagram, Depth.AUTOMATIC);
        assertThat(shown.around("service:x@a")).containsExactly("env:prod", "host:a");
        assertThat(shown.around("host:a")).containsExactly("env:prod");
        assertThat(shown.around("missing:dns")).isEmpty();
        assertThat(shown.around("service:y@a")).isNull();
    }

    @Test
    void theEndsOfAChannelStandForTheirServices() {
        Diagram diagram = Drawings.fleet(1, 0)
                .with(
                        List.of(
                                Node.of("from:service:x@a", "x", "service").with("service", "service:x@a"),
                                Node.of("to:service:x@a", "x (reads)", "service")
                                        .with("service", "service:x@a")),
                        List.of());
        assertThat(Shown.of(diagram, Depth.AUTOMATIC).standIns("service:x@a"))
                .containsExactly("service:x@a", "from:service:x@a", "to:service:x@a");
    }
}
