package dev.fairlead.viewer.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.diagram.ir.Diagram;
import dev.fairlead.diagram.ir.Group;
import dev.fairlead.diagram.ir.Node;
import dev.fairlead.diagram.ir.Origin;
import dev.fairlead.testing.Property;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Two pictures as one: everything of both is in it, once, and says where it is from. */
final class SideBySideTest {
    private static Map<String, Node> byId(Diagram diagram) {
        return diagram.nodes().stream().collect(Collectors.toMap(Node::id, Function.identity()));
    }

    @Test
    void every_node_says_which_side_it_is_from() {
        Property.forAll(Drawings.random(8, 4), Drawings.random(8, 4), (before, after) -> {
            Map<String, Node> old = byId(before);
            Map<String, Node> now = byId(after);
            Diagram both = SideBySide.of(before, after, Set.of("service:0"));
            Set<String> ids = new HashSet<>(old.keySet());
            ids.addAll(now.keySet());
            assertThat(both.nodes()).extracting(Node::id).containsExactlyInAnyOrderElementsOf(ids);
            for (Node node : both.nodes()) {
                Origin expected = !now.containsKey(node.id())
                        ? Origin.OLD
                        : !old.containsKey(node.id())
                                ? Origin.NEW
                                : node.id().equals("service:0")
                                                || !old.get(node.id()).equals(now.get(node.id()))
                                        ? Origin.CHANGED
                                        : Origin.BOTH;
                assertThat(node.origin()).as(node.id()).isEqualTo(expected);
            }
        });
    }

    @Test
    void frames_of_both_sides_are_there_and_outer_ones_come_first() {
        Property.forAll(Drawings.random(8, 6), Drawings.random(8, 6), (before, after) -> {
            Diagram both = SideBySide.of(before, after, Set.of());
            Set<String> seen = new HashSet<>();
            for (Group group : both.groups()) {
                assertThat(group.parent() == null || seen.contains(group.parent())).isTrue();
                assertThat(seen.add(group.id())).isTrue();
            }
            before.groups().forEach(group -> assertThat(seen).contains(group.id()));
            after.groups().forEach(group -> assertThat(seen).contains(group.id()));
        });
    }

    @Test
    void a_picture_against_itself_has_no_difference() {
        Property.forAll(Drawings.random(8, 4), diagram -> {
            Diagram both = SideBySide.of(diagram, diagram, Set.of());
            assertThat(both.nodes()).allSatisfy(node -> assertThat(node.origin()).isEqualTo(Origin.BOTH));
            assertThat(both.nodes()).hasSameSizeAs(diagram.nodes());
        });
    }
}
