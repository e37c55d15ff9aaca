package dev.fairlead.scope.digraph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class DigraphAlgorithmsTest {
    private static final int LONG = 100_000;

    /** A graph of edges like {@code "a b"}: a depends on b. */
    private static Digraph graph(String... edges) {
        var builder = Digraph.builder();
        for (String edge : edges) {
            String[] ends = edge.split(" ", -1);
            builder.edge(ends[0], ends[1]);
        }
        return builder.build();
    }

    private static String id(int number) {
        return "%06d".formatted(number);
    }

    /** Each node depends on the next; with {@code closed} the last on the first. */
    private static Digraph chain(boolean closed) {
        var builder = Digraph.builder();
        for (int i = 1; i < LONG; i++) {
            builder.edge(id(i - 1), id(i));
        }
        return closed ? builder.edge(id(LONG - 1), id(0)).build() : builder.build();
    }

    @Test
    void aWaveHoldsWhatDependsOnEarlierWavesOnly() {
        Waves waves = Waves.of(Digraph.builder()
                .node("lonely")
                .edge("grafana", "prometheus")
                .edge("grafana", "dns")
                .edge("prometheus", "dns")
                .edge("caddy", "dns")
                .build());
        assertThat(waves.waves())
                .containsExactly(List.of("dns", "lonely"), List.of("caddy", "prometheus"), List.of("grafana"));
        assertThat(waves.blocked()).isEmpty();
    }

    @Test
    void aCycleBlocksItselfAndItsDependentsButNothingElse() {
        Waves waves = Waves.of(graph("a b", "b a", "front a", "b base", "other base"));
        assertThat(waves.waves()).containsExactly(List.of("base"), List.of("other"));
        assertThat(waves.blocked()).containsExactly("a", "b", "front");
    }

    @Test
    void componentsComeAfterTheComponentsTheyDependOn() {
        Components components = Components.of(graph("a b", "b a", "b c", "c c", "z a"));
        assertThat(components.components()).containsExactly(List.of("c"), List.of("a", "b"), List.of("z"));
        assertThat(components.cyclic()).containsExactly(List.of("a", "b"), List.of("c"));
    }

    @Test
    void theShortestCycleBeginsAtItsSmallestId() {
        Digraph graph = graph("d c", "c b", "b d", "a b", "b c", "c e", "e a");
        assertThat(ShortestCycle.of(graph)).contains(List.of("b", "c"));
    }

    @Test
    void ofSeveralShortestCyclesTheSmallestIdDecides() {
        assertThat(ShortestCycle.of(graph("y z", "z y", "c b", "b c", "b z"))).contains(List.of("b", "c"));
        assertThat(ShortestCycle.ofEachComponent(graph("y z", "z y", "c b", "b c", "b z")))
                .containsExactly(List.of("b", "c"), List.of("y", "z"));
    }

    @Test
    void aNodeThatDependsOnItselfIsACycleOfOne() {
        assertThat(ShortestCycle.of(graph("a b", "b a", "c c"))).contains(List.of("c"));
    }

    @Test
    void aGraphWithoutCyclesHasNoShortestOne() {
        assertThat(ShortestCycle.of(graph("a b", "b c", "a c"))).isEmpty();
    }

    @Test
    void aChainOfDependenciesIsAShortestOne() {
        Digraph graph = graph("a b", "b c", "c d", "a e", "e d");
        assertThat(Reachability.chain(graph, "a", "d")).containsExactly("a", "e", "d");
        assertThat(Reachability.chain(graph, "a", "a")).containsExactly("a");
        assertThat(Reachability.chain(graph, "d", "a")).isEmpty();
        assertThat(Reachability.from(graph.reversed(), List.of("e"))).containsExactly("a", "e");
    }

    @Test
    void theReductionDropsWhatALongerWayImplies() {
        Digraph reduced = TransitiveReduction.of(graph("a b", "b c", "a c", "c d", "a d"));
        assertThat(reduced.successors("a")).containsExactly("b");
        assertThat(reduced.successors("b")).containsExactly("c");
    }

    @Test
    void theReductionOfACycleIsRefused() {
        assertThatThrownBy(() -> TransitiveReduction.of(graph("a b", "b a")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the transitive reduction of a graph with a cycle is not unique: [a, b]");
    }

    @Test
    void anUnknownNodeIsRefusedByName() {
        assertThatThrownBy(() -> graph("a b").successors("c"))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessage("there is no node c");
    }

    @Test
    @Tag("large")
    void chainsOfAHundredThousandNodesAreOrdinary() {
        Digraph chain = chain(false);
        Waves waves = Waves.of(chain);
        assertThat(waves.waves()).hasSize(LONG);
        assertThat(waves.waves().getFirst()).containsExactly(id(LONG - 1));
        assertThat(Components.of(chain).components()).hasSize(LONG);
        assertThat(ShortestCycle.of(chain)).isEmpty();
        assertThat(Reachability.from(chain, List.of(id(0)))).hasSize(LONG);
        assertThat(Reachability.chain(chain, id(0), id(LONG - 1))).hasSize(LONG);
        assertThat(TransitiveReduction.of(chain).edges()).isEqualTo(LONG - 1);
    }

    @Test
    @Tag("large")
    void aRingOfAHundredThousandNodesIsItsOwnShortestCycle() {
        Digraph ring = chain(true);
        List<String> all =
                IntStream.range(0, LONG).mapToObj(DigraphAlgorithmsTest::id).toList();
        assertThat(Components.of(ring).cyclic()).containsExactly(all);
        assertThat(ShortestCycle.of(ring)).contains(all);
        assertThat(Waves.of(ring).blocked()).hasSize(LONG);
    }
}
