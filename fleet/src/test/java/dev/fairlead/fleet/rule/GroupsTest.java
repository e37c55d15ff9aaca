package dev.fairlead.fleet.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.fleet.rule.Groups.Edge;
import dev.fairlead.testing.Gen;
import dev.fairlead.testing.Property;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The groups of rules against their definition: walks are followed one by one. */
final class GroupsTest {
    private static final List<String> RULES = List.of("a", "b", "c", "d", "e");

    private static final Gen<Edge> EDGES = choices ->
            new Edge(Gen.elements(RULES).draw(choices), Gen.elements(RULES).draw(choices), choices.chance(3));

    /** The most negative edges on a way to a rule that enters none twice. */
    private static int most(String rule, Set<Edge> edges, List<String> way) {
        int most = 0;
        for (Edge edge : edges) {
            if (edge.reader().equals(rule) && !way.contains(edge.maker())) {
                var longer = new ArrayList<>(way);
                longer.add(edge.maker());
                most = Math.max(most, most(edge.maker(), edges, longer) + (edge.negative() ? 1 : 0));
            }
        }
        return most;
    }

    private static boolean leads(String from, String to, Set<Edge> edges) {
        var reached = new HashSet<>(Set.of(from));
        while (edges.stream().anyMatch(edge -> reached.contains(edge.maker()) && reached.add(edge.reader()))) {
            // Until nothing more is reached.
        }
        return reached.contains(to);
    }

    private static boolean isNegativeCircle(List<String> circle, Set<Edge> edges) {
        boolean negative = false;
        for (int i = 0; i < circle.size(); i++) {
            String maker = circle.get(i);
            String reader = circle.get((i + 1) % circle.size());
            negative |= edges.contains(new Edge(maker, reader, true));
            if (!edges.contains(new Edge(maker, reader, true)) && !edges.contains(new Edge(maker, reader, false))) {
                return false;
            }
        }
        return negative;
    }

    @Test
    void aGroupIsTheMostNegationsOnAWayToItAndACircleThroughOneHasNone() {
        Property.tries(500).check(EDGES.list(9), drawn -> {
            Set<Edge> edges = new HashSet<>(drawn);
            edges.removeIf(edge -> edge.maker().equals(edge.reader()));
            Groups groups = Groups.of(RULES, new HashSet<>(drawn), List.of());
            boolean circular =
                    edges.stream().anyMatch(edge -> edge.negative() && leads(edge.reader(), edge.maker(), edges));
            assertThat(groups.circles().isEmpty()).isEqualTo(!circular);
            assertThat(groups.circles()).allMatch(circle -> isNegativeCircle(circle, edges));
            if (!circular) {
                for (String rule : RULES) {
                    assertThat(groups.number(rule)).as(rule).isEqualTo(most(rule, edges, List.of(rule)));
                }
                assertThat(groups.last())
                        .isEqualTo(RULES.stream().mapToInt(groups::number).max().orElse(0));
            }
        });
    }

    @Test
    void ofSeveralCirclesThroughARuleTheShortestIsToldAndOfEqualsTheFirstByName() {
        Edge negative = new Edge("a", "b", true);
        Edge back = new Edge("b", "a", false);
        assertThat(circles(negative, back, new Edge("b", "c", true), new Edge("c", "a", false)))
                .containsExactly(List.of("b", "a"));
        assertThat(circles(negative, back, new Edge("c", "b", true), new Edge("b", "c", false)))
                .containsExactly(List.of("b", "a"));
        assertThat(circles(new Edge("e", "d", true), new Edge("d", "e", false), negative, back))
                .containsExactlyInAnyOrder(List.of("b", "a"), List.of("d", "e"));
    }

    private static List<List<String>> circles(Edge... edges) {
        return Groups.of(RULES, Set.of(edges), List.of()).circles();
    }

    @Test
    void rulesThatWantToBeTogetherAre() {
        Groups groups = Groups.of(RULES, Set.of(new Edge("a", "b", true)), List.of(List.of("b", "c", "d")));
        assertThat(RULES.stream().map(groups::number)).containsExactly(0, 1, 1, 1, 0);
        assertThat(groups)
                .isEqualTo(Groups.of(RULES, Set.of(new Edge("a", "b", true)), List.of(List.of("d", "b", "c"))))
                .isNotEqualTo(Groups.of(RULES, Set.of(), List.of()));
    }
}
