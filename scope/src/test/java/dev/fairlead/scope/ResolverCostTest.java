package dev.fairlead.scope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a query costs, in edges looked at; never in time. */
final class ResolverCostTest {
    private static final int DIAMONDS = 20;
    private static final int SCOPES = 3 * DIAMONDS + 1;
    private static final int EDGES = 4 * DIAMONDS;

    private static final LabelOrder LONGEST_FIRST =
            LabelOrder.of(List.of(List.of(Label.IMPORT), List.of(Label.PARENT)), 5);

    /** s0 imports l0 and r0, which both import s1, and so on to s20, which declares x: a million paths. */
    private static ScopeGraph<String> stackedDiamonds() {
        var builder = ScopeGraph.<String>builder(Comparator.naturalOrder()).scope("s0");
        for (int i = 0; i < DIAMONDS; i++) {
            String top = "s" + i;
            String left = "l" + i;
            String right = "r" + i;
            String bottom = "s" + (i + 1);
            builder.scope(left).scope(right).scope(bottom);
            builder.imports(top, left).imports(top, right).imports(left, bottom).imports(right, bottom);
        }
        return builder.declare("s" + DIAMONDS, "x", "provider").build();
    }

    @Test
    void twentyStackedDiamondsCostOneLookAtEachEdge() {
        ScopeGraph<String> graph = stackedDiamonds();
        assertThat(graph.scopes()).hasSize(SCOPES);
        var resolver = new Resolver<>(graph, Query.TRANSITIVE_IMPORTS);
        assertThat(resolver.resolve("s0", "x").single()).isPresent();
        assertThat(resolver.steps()).isEqualTo(EDGES);
    }

    @Test
    void stackedDiamondsStayPolynomialWhenLongerPathsWin() {
        var resolver = new Resolver<>(stackedDiamonds(), Query.of("P* I*", LONGEST_FIRST));
        assertThat(resolver.resolve("s0", "x").single()).isPresent();
        assertThat(resolver.steps()).isLessThanOrEqualTo(EDGES * SCOPES);
    }

    @Test
    void stackedDiamondsStayPolynomialWhenLabelsAreIncomparable() {
        Query even = Query.of("_*", LabelOrder.of(List.of(List.of(Label.IMPORT, Label.PARENT)), -1));
        var resolver = new Resolver<>(stackedDiamonds(), even);
        assertThat(resolver.resolve("s0", "x").single()).isPresent();
        assertThat(resolver.steps()).isLessThanOrEqualTo(3 * EDGES);
    }

    @Test
    void theFirstTenOfAMillionPathsAreFoundWithoutTheOthers() {
        var resolver = new Resolver<>(stackedDiamonds(), Query.TRANSITIVE_IMPORTS);
        Paths paths = resolver.paths("s0", "s" + DIAMONDS, 10);
        assertThat(paths.paths()).hasSize(10).doesNotHaveDuplicates();
        assertThat(paths.complete()).isFalse();
        assertThat(paths.paths().getFirst())
                .isEqualTo(resolver.path("s0", "s" + DIAMONDS).orElseThrow());
        assertThat(resolver.steps()).isLessThanOrEqualTo(10 * EDGES);
    }

    @Test
    void asManyPathsAsAreAskedForAreAllOfThemWhenThereAreNoMore() {
        ScopeGraph<String> graph = ScopeGraph.<String>builder(Comparator.naturalOrder())
                .scope("a")
                .scope("b")
                .scope("c")
                .scope("d")
                .imports("a", "b")
                .imports("a", "c")
                .imports("b", "d")
                .imports("c", "d")
                .build();
        var resolver = new Resolver<>(graph, Query.TRANSITIVE_IMPORTS);
        assertThat(resolver.paths("a", "d", 1).paths()).hasSize(1);
        assertThat(resolver.paths("a", "d", 1).complete()).isFalse();
        assertThat(resolver.paths("a", "d", 2).paths()).hasSize(2);
        assertThat(resolver.paths("a", "d", 2).complete()).isTrue();
        assertThatThrownBy(() -> resolver.paths("a", "d", 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a limit of paths is at least 1, not 0");
    }

    /** The gate stands before a maze, whose only way out is the gate, and only then before the goal. */
    @Test
    void theBestPathIsToldEvenIfTheSearchForOthersLosesItsWay() {
        var builder = ScopeGraph.<String>builder(Comparator.naturalOrder());
        List<String> maze = IntStream.range(0, 12).mapToObj(i -> "m" + i).toList();
        builder.scope("start").scope("gate").scope("goal").imports("start", "gate");
        maze.forEach(each -> builder.scope(each).imports("gate", each).imports(each, "gate"));
        maze.forEach(from -> maze.forEach(to -> builder.imports(from, to)));
        var resolver = new Resolver<>(builder.imports("gate", "goal").build(), Query.TRANSITIVE_IMPORTS);
        Paths paths = resolver.paths("start", "goal", 10);
        assertThat(paths.paths())
                .singleElement()
                .satisfies(path ->
                        assertThat(path.steps()).extracting(Path.Step::to).containsExactly("gate", "goal"));
        assertThat(paths.complete()).isFalse();
    }

    @Test
    void aFurtherServiceOnAHostCostsOnlyItsOwnImports() {
        var builder = ScopeGraph.<String>builder(Comparator.naturalOrder())
                .scope("fleet")
                .scope("host");
        builder.parent("host", "fleet").declare("fleet", "dns", "unbound");
        for (int i = 0; i < 1_000; i++) {
            builder.scope("lib" + i).imports("host", "lib" + i);
        }
        for (int i = 0; i < 100; i++) {
            builder.scope("service" + i).parent("service" + i, "host").imports("service" + i, "lib" + i);
        }
        var resolver = new Resolver<>(builder.build(), Query.TRANSITIVE_IMPORTS);
        resolver.resolve("service0", "dns");
        assertThat(resolver.steps()).isEqualTo(1_001);
        for (int i = 1; i < 100; i++) {
            assertThat(resolver.resolve("service" + i, "dns").single()).isPresent();
        }
        assertThat(resolver.steps()).isEqualTo(1_001 + 99);
    }

    @Test
    void nothingBehindTheVisibleDeclarationIsSearchedUntilTheShadowedOnesAreAskedFor() {
        ScopeGraph<String> graph = ScopeGraph.<String>builder(Comparator.naturalOrder())
                .scope("service")
                .scope("host")
                .scope("lib")
                .parent("service", "host")
                .imports("host", "lib")
                .declare("service", "x", "own")
                .declare("lib", "x", "imported")
                .build();
        var resolver = new Resolver<>(graph, Query.TRANSITIVE_IMPORTS);
        Answer<String> answer = resolver.resolve("service", "x");
        assertThat(resolver.steps()).isZero();
        assertThat(answer.shadowed()).extracting(Found::datum).containsExactly("imported");
        assertThat(resolver.steps()).isEqualTo(1);
    }

    @Test
    @Tag("large")
    void chainsOfAHundredThousandScopesAreFollowed() {
        int length = 100_000;
        for (Label label : List.of(Label.PARENT, Label.IMPORT)) {
            var builder = ScopeGraph.<String>builder(Comparator.naturalOrder()).scope("0");
            for (int i = 1; i < length; i++) {
                builder.scope(String.valueOf(i)).edge(String.valueOf(i - 1), label, String.valueOf(i));
            }
            String last = String.valueOf(length - 1);
            var resolver = new Resolver<>(builder.declare(last, "x", "end").build(), Query.TRANSITIVE_IMPORTS);
            Answer<String> answer = resolver.resolve("0", "x");
            assertThat(answer.visible())
                    .singleElement()
                    .satisfies(found -> assertThat(found.path().steps()).hasSize(length - 1));
            assertThat(resolver.searched("0")).hasSize(length);
            assertThat(resolver.steps()).isLessThan(length);
        }
    }

    @Test
    @Tag("large")
    void aQuestionThatContainsTheLongestPathProblemIsGivenUpWithItsScope() {
        var builder = ScopeGraph.<String>builder(Comparator.naturalOrder());
        List<String> ids =
                new ArrayList<>(IntStream.range(0, 14).mapToObj(i -> "s" + i).toList());
        ids.forEach(builder::scope);
        ids.forEach(from -> ids.forEach(to -> builder.imports(from, to)));
        var resolver =
                new Resolver<>(builder.declare("s13", "x", "provider").build(), Query.of("P* I*", LONGEST_FIRST));
        assertThatThrownBy(() -> resolver.resolve("s0", "x"))
                .isInstanceOf(SearchLimitException.class)
                .hasMessage(
                        "the paths from s0 under P* I* by I=0 P=1 $=5 are too many to compare: gave up after 5000000 steps");
    }

    @Test
    void answersAreTheSameWhenManyThreadsAsk() {
        ScopeGraph<String> graph = stackedDiamonds();
        var alone = new Resolver<>(graph, Query.TRANSITIVE_IMPORTS);
        var shared = new Resolver<>(graph, Query.TRANSITIVE_IMPORTS);
        List<String> expected = graph.scopes().stream()
                .map(scope -> alone.resolve(scope, "x").reachable().toString())
                .toList();
        List<String> actual = graph.scopes().parallelStream()
                .map(scope -> shared.resolve(scope, "x").reachable().toString())
                .toList();
        assertThat(actual).isEqualTo(expected);
    }
}
