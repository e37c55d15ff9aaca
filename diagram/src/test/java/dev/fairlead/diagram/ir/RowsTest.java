package dev.fairlead.diagram.ir;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.diagram.ir.Rows.Link;
import dev.fairlead.testing.Property;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which boxes stand beside which where no arrow says it. */
final class RowsTest {
    private static List<Node> boxes(String group, int count) {
        var nodes = new ArrayList<Node>();
        for (int i = 0; i < count; i++) {
            nodes.add(Node.of("service:" + i + "@" + group, "s" + i, "service").in(group));
        }
        return nodes;
    }

    private static Diagram of(List<Group> groups, List<Node> nodes, List<Edge> edges) {
        return new Diagram("placement", Form.AREAS, "rows", List.of(), groups, nodes, edges, List.of());
    }

    private static Group host(String id) {
        return new Group(id, id, "host", null);
    }

    /** The column of each box, from 0, as a layout from left to right finds it; fails where links go round in circles. */
    private static Map<String, Integer> columns(Diagram diagram) {
        Map<String, Integer> columns = new HashMap<>();
        diagram.nodes().forEach(node -> columns.put(node.id(), 0));
        List<Link> links = Rows.of(diagram);
        boolean moved = true;
        for (int round = 0; moved; round++) {
            assertThat(round).as("rounds").isLessThanOrEqualTo(columns.size());
            moved = false;
            for (Link link : links) {
                int after = columns.getOrDefault(link.left(), 0) + 1;
                if (columns.getOrDefault(link.right(), 0) < after) {
                    columns.put(link.right(), after);
                    moved = true;
                }
            }
        }
        return columns;
    }

    private static long inFullestColumn(Map<String, Integer> columns) {
        Map<Integer, Long> counts = new HashMap<>();
        columns.values().forEach(column -> counts.merge(column, 1L, Long::sum));
        return counts.values().stream().mapToLong(Long::longValue).max().orElse(0);
    }

    @Test
    void aHundredBoxesAreAGrid() {
        Map<String, Integer> columns = columns(of(List.of(host("h")), boxes("h", 100), List.of()));
        assertThat(columns.values()).containsOnly(0, 1, 2, 3, 4, 5, 6, 7, 8);
        assertThat(inFullestColumn(columns)).isEqualTo(12);
    }

    @Test
    void framesOfBoxesStandBesideEachOtherToo() {
        var groups = new ArrayList<Group>();
        var nodes = new ArrayList<Node>();
        for (int i = 0; i < 25; i++) {
            groups.add(host("h" + i));
            nodes.addAll(boxes("h" + i, 4));
        }
        assertThat(inFullestColumn(columns(of(groups, nodes, List.of())))).isLessThanOrEqualTo(14);
    }

    @Test
    void whatAnArrowConnectsIsLeftWhereTheArrowPutsIt() {
        List<Node> nodes = boxes("h", 6);
        Edge arrow = Edge.of(nodes.get(0).id(), nodes.get(5).id(), "needs", "requires");
        assertThat(Rows.of(of(List.of(host("h")), nodes, List.of(arrow))))
                .isNotEmpty()
                .noneMatch(link -> List.of(link.left(), link.right()).contains(arrow.from())
                        || List.of(link.left(), link.right()).contains(arrow.to()));
    }

    @Test
    void aPictureOfArrowsHasNoLinksThatANewArrowCouldChange() {
        assertThat(Rows.of(of(List.of(host("h")), boxes("h", 100), List.of()).as(Form.GRAPH)))
                .isEmpty();
    }

    @Test
    void linksOfAnyDiagramJoinBoxesWithoutArrowsAndNeverGoRoundInCircles() {
        Property.tries(200).check(Graphs.diagrams(30), random -> {
            Diagram diagram = random.as(Form.AREAS);
            var loose = new Loose(diagram);
            List<String> boxes =
                    diagram.nodes().stream().filter(loose::has).map(Node::id).toList();
            assertThat(Rows.of(diagram)).allMatch(link -> boxes.contains(link.left()) && boxes.contains(link.right()));
            assertThat(columns(diagram)).hasSameSizeAs(diagram.nodes());
        });
    }
}
