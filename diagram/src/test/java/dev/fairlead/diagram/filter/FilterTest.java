package dev.fairlead.diagram.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fairlead.diagram.ir.Diagram;
import dev.fairlead.diagram.ir.Edge;
import dev.fairlead.diagram.ir.Form;
import dev.fairlead.diagram.ir.Graphs;
import dev.fairlead.diagram.ir.Node;
import dev.fairlead.diagram.ir.Tone;
import dev.fairlead.testing.Gen;
import dev.fairlead.testing.Property;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class FilterTest {
    private static final int FAR = 1_000_000;

    private static Set<String> ids(Diagram diagram) {
        return diagram.nodes().stream().map(Node::id).collect(Collectors.toSet());
    }

    /** The lengths of shortest ways, whichever way arrows point, by Floyd and Warshall. */
    private static Map<List<String>, Integer> distances(Diagram diagram) {
        Map<List<String>, Integer> known = new HashMap<>();
        ids(diagram).forEach(id -> known.put(List.of(id, id), 0));
        for (Edge edge : diagram.edges()) {
            known.merge(List.of(edge.from(), edge.to()), 1, Math::min);
            known.merge(List.of(edge.to(), edge.from()), 1, Math::min);
        }
        for (String over : ids(diagram)) {
            for (String from : ids(diagram)) {
                for (String to : ids(diagram)) {
                    int way = known.getOrDefault(List.of(from, over), FAR) + known.getOrDefault(List.of(over, to), FAR);
                    known.merge(List.of(from, to), way, Math::min);
                }
            }
        }
        return known;
    }

    @Test
    void aNeighbourhoodIsWhatSoManyArrowsReach() {
        Property.tries(60).check(Graphs.diagrams(9), Gen.ints(0, 3), (diagram, hops) -> {
            String center = diagram.nodes().getFirst().id();
            Map<List<String>, Integer> distances = distances(diagram);
            Set<String> roots = diagram.nodes().stream()
                    .filter(node -> node.id().equals(center) || node.label().equals(center))
                    .map(Node::id)
                    .collect(Collectors.toSet());
            Set<String> expected = ids(diagram).stream()
                    .filter(id ->
                            roots.stream().anyMatch(root -> distances.getOrDefault(List.of(root, id), FAR) <= hops))
                    .collect(Collectors.toSet());
            Diagram near = new Filter(Map.of(), null, null, center, hops, false).apply(diagram);
            assertThat(ids(near)).isEqualTo(expected);
        });
    }

    @Test
    void whatIsNotThereHasNoNeighbourhood() {
        Diagram diagram = new Diagram("v", Form.GRAPH, "t", List.of(), List.of(), List.of(), List.of(), List.of());
        assertThatThrownBy(() -> new Filter(Map.of(), null, null, "x", 1, false).apply(diagram))
                .isInstanceOf(NothingNearException.class);
    }

    @Test
    void problemsAreAllShownAndNothingElseButTheirEnds() {
        Property.forAll(Graphs.diagrams(9), diagram -> {
            Diagram shown = new Filter(Map.of(), null, null, null, 1, true).apply(diagram);
            List<Edge> troubled = diagram.edges().stream()
                    .filter(edge -> edge.tone().isProblem())
                    .toList();
            assertThat(shown.edges()).isEqualTo(troubled);
            Set<String> expected = new HashSet<>();
            troubled.forEach(edge -> expected.addAll(List.of(edge.from(), edge.to())));
            diagram.nodes().stream().filter(node -> node.tone().isProblem()).forEach(node -> expected.add(node.id()));
            assertThat(ids(shown)).isEqualTo(expected);
        });
    }

    @Test
    void aReductionReachesWhatTheWholeReachesAndKeepsAllProblems() {
        Property.tries(60).check(Graphs.diagrams(9), diagram -> {
            Diagram reduced = Reduction.of(diagram);
            assertThat(reach(reduced)).isEqualTo(reach(diagram));
            assertThat(reduced.edges())
                    .containsAll(diagram.edges().stream()
                            .filter(edge -> edge.tone().isProblem())
                            .toList());
        });
    }

    private static Set<List<String>> reach(Diagram diagram) {
        Set<List<String>> pairs = new HashSet<>();
        diagram.edges().forEach(edge -> pairs.add(List.of(edge.from(), edge.to())));
        for (String over : ids(diagram)) {
            for (String from : ids(diagram)) {
                for (String to : ids(diagram)) {
                    if (pairs.contains(List.of(from, over)) && pairs.contains(List.of(over, to))) {
                        pairs.add(List.of(from, to));
                    }
                }
            }
        }
        return pairs;
    }

    @Test
    void collapsingKeepsEveryConnectionBetweenGroupsAndEveryProblem() {
        Property.forAll(Graphs.diagrams(9), diagram -> {
            Diagram collapsed = Collapse.kind(diagram, "host");
            assertThat(collapsed.nodes()).allMatch(node -> node.group() == null);
            long problems = weight(diagram, true);
            assertThat(weight(collapsed, true)).isEqualTo(problems);
            assertThat(weight(collapsed, false)).isLessThanOrEqualTo(weight(diagram, false));
            boolean troubled =
                    diagram.nodes().stream().anyMatch(node -> node.tone().isProblem());
            assertThat(collapsed.nodes().stream().map(Node::tone).anyMatch(Tone::isProblem))
                    .isEqualTo(troubled);
        });
    }

    private static long weight(Diagram diagram, boolean problems) {
        return diagram.edges().stream()
                .filter(edge -> edge.tone().isProblem() == problems)
                .mapToLong(Edge::weight)
                .sum();
    }
}
