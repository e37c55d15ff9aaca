package dev.fairlead.scope.digraph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.testing.Gen;
import dev.fairlead.testing.Property;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jgrapht.alg.connectivity.KosarajuStrongConnectivityInspector;
import org.jgrapht.graph.DefaultDirectedGraph;
import org.jgrapht.graph.DefaultEdge;
import org.junit.jupiter.api.Test;

/** The algorithms agree with their definitions, spelt out over a matrix of distances, and with JGraphT. */
final class DigraphAgainstOthersTest {
    private static final int GRAPHS = 2_000;
    private static final int FAR = 1_000;

    private record Sample(int nodes, Set<List<Integer>> edges) {
        Digraph build() {
            var builder = Digraph.builder();
            for (int node = 0; node < nodes; node++) {
                builder.node(id(node));
            }
            edges.forEach(edge -> builder.edge(id(edge.get(0)), id(edge.get(1))));
            return builder.build();
        }

        DefaultDirectedGraph<String, DefaultEdge> forJGraphT() {
            var graph = new DefaultDirectedGraph<String, DefaultEdge>(DefaultEdge.class);
            for (int node = 0; node < nodes; node++) {
                graph.addVertex(id(node));
            }
            edges.forEach(edge -> graph.addEdge(id(edge.get(0)), id(edge.get(1))));
            return graph;
        }

        /** The length of a shortest way of at least one edge (Floyd and Warshall). */
        int[][] distances() {
            int[][] distance = new int[nodes][nodes];
            for (int a = 0; a < nodes; a++) {
                for (int b = 0; b < nodes; b++) {
                    distance[a][b] = edges.contains(List.of(a, b)) ? 1 : FAR;
                }
            }
            for (int via = 0; via < nodes; via++) {
                for (int a = 0; a < nodes; a++) {
                    for (int b = 0; b < nodes; b++) {
                        distance[a][b] = Math.min(distance[a][b], distance[a][via] + distance[via][b]);
                    }
                }
            }
            return distance;
        }
    }

    private static String id(int node) {
        return String.valueOf((char) ('a' + node));
    }

    private static int number(String id) {
        return id.charAt(0) - 'a';
    }

    private static Gen<Sample> samples(boolean acyclic) {
        return choices -> {
            int nodes = 1 + (int) choices.below(10);
            var edges = new HashSet<List<Integer>>();
            for (int more = (int) choices.below(2L * nodes + 1); more > 0; more--) {
                int from = (int) choices.below(nodes);
                int to = (int) choices.below(nodes);
                if (!acyclic || from != to) {
                    edges.add(acyclic ? List.of(Math.min(from, to), Math.max(from, to)) : List.of(from, to));
                }
            }
            return new Sample(nodes, edges);
        };
    }

    @Test
    void wavesAreTheLongestWaysToTheEndAndOnlyWhatReachesACycleIsBlocked() {
        Property.tries(GRAPHS).check(samples(false), sample -> {
            int[][] distance = sample.distances();
            var expected = new ArrayList<List<String>>();
            var placed = new HashSet<Integer>();
            while (true) {
                List<Integer> wave = new ArrayList<>();
                for (int node = 0; node < sample.nodes; node++) {
                    int candidate = node;
                    if (!placed.contains(node)
                            && sample.edges.stream()
                                    .allMatch(edge -> edge.get(0) != candidate || placed.contains(edge.get(1)))) {
                        wave.add(node);
                    }
                }
                if (wave.isEmpty()) {
                    break;
                }
                placed.addAll(wave);
                expected.add(wave.stream().map(DigraphAgainstOthersTest::id).toList());
            }
            Waves waves = Waves.of(sample.build());
            assertThat(waves.waves()).isEqualTo(expected);
            for (int node = 0; node < sample.nodes; node++) {
                boolean reachesCycle = false;
                for (int other = 0; other < sample.nodes; other++) {
                    reachesCycle |= distance[other][other] < FAR && (node == other || distance[node][other] < FAR);
                }
                assertThat(waves.blocked().contains(id(node))).isEqualTo(reachesCycle);
            }
        });
    }

    @Test
    void componentsAreThoseOfJGraphTAndInTheOrderOfDependencies() {
        Property.tries(GRAPHS).check(samples(false), sample -> {
            List<List<String>> components = Components.of(sample.build()).components();
            List<List<String>> others = new KosarajuStrongConnectivityInspector<>(sample.forJGraphT())
                    .stronglyConnectedSets().stream()
                            .map(set -> set.stream().sorted().toList())
                            .toList();
            assertThat(components).containsExactlyInAnyOrderElementsOf(others);
            int[][] distance = sample.distances();
            for (int earlier = 0; earlier < components.size(); earlier++) {
                for (int later = earlier + 1; later < components.size(); later++) {
                    int from = number(components.get(earlier).getFirst());
                    int to = number(components.get(later).getFirst());
                    assertThat(distance[from][to]).isGreaterThanOrEqualTo(FAR);
                }
            }
        });
    }

    @Test
    void theShortestCycleIsOneAndNoneIsShorterOrHasASmallerFirstId() {
        Property.tries(GRAPHS).check(samples(false), sample -> {
            int[][] distance = sample.distances();
            int shortest = FAR;
            int first = -1;
            for (int node = 0; node < sample.nodes; node++) {
                if (distance[node][node] < shortest) {
                    shortest = distance[node][node];
                    first = node;
                }
            }
            Optional<List<String>> cycle = ShortestCycle.of(sample.build());
            assertThat(cycle.isPresent()).isEqualTo(first >= 0);
            if (cycle.isPresent()) {
                assertThat(cycle.get()).hasSize(shortest).startsWith(id(first)).doesNotHaveDuplicates();
                assertIsCycle(sample, cycle.get());
            }
        });
    }

    @Test
    void everyComponentWithACycleHasItsOwnShortestOne() {
        Property.tries(GRAPHS).check(samples(false), sample -> {
            int[][] distance = sample.distances();
            List<List<String>> components = Components.of(sample.build()).cyclic();
            List<List<String>> cycles = ShortestCycle.ofEachComponent(sample.build());
            assertThat(cycles).hasSameSizeAs(components);
            for (int i = 0; i < cycles.size(); i++) {
                int shortest = components.get(i).stream()
                        .mapToInt(id -> distance[number(id)][number(id)])
                        .min()
                        .orElseThrow();
                assertThat(cycles.get(i)).hasSize(shortest).isSubsetOf(components.get(i));
                assertIsCycle(sample, cycles.get(i));
            }
        });
    }

    private static void assertIsCycle(Sample sample, List<String> cycle) {
        for (int i = 0; i < cycle.size(); i++) {
            String next = cycle.get((i + 1) % cycle.size());
            assertThat(sample.edges).contains(List.of(number(cycle.get(i)), number(next)));
        }
    }

    @Test
    void reachabilityIsTheClosureAndChainsAreShortest() {
        Property.tries(GRAPHS).check(samples(false), sample -> {
            int[][] distance = sample.distances();
            Digraph graph = sample.build();
            for (int a = 0; a < sample.nodes; a++) {
                Set<String> reached = Reachability.from(graph, List.of(id(a)));
                for (int b = 0; b < sample.nodes; b++) {
                    int length = a == b ? 0 : distance[a][b];
                    assertThat(reached.contains(id(b))).isEqualTo(length < FAR);
                    assertThat(Reachability.chain(graph, id(a), id(b))).hasSize(length < FAR ? length + 1 : 0);
                }
            }
        });
    }

    @Test
    void theReductionIsThatOfJGraphT() {
        Property.tries(GRAPHS).check(samples(true), sample -> {
            DefaultDirectedGraph<String, DefaultEdge> other = sample.forJGraphT();
            org.jgrapht.alg.TransitiveReduction.INSTANCE.reduce(other);
            Digraph reduced = TransitiveReduction.of(sample.build());
            for (int node = 0; node < sample.nodes; node++) {
                List<String> successors = other.outgoingEdgesOf(id(node)).stream()
                        .map(other::getEdgeTarget)
                        .sorted()
                        .toList();
                assertThat(reduced.successors(id(node))).isEqualTo(successors);
            }
        });
    }
}
