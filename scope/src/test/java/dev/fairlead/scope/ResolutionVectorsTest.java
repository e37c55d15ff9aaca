package dev.fairlead.scope;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The cases that tell one calculus of scopes from another, by hand. A scope that declares {@code x} declares its own id. */
final class ResolutionVectorsTest {
    private static final Query ONE_HOP = Query.DIRECT_IMPORTS;
    private static final Query TRANSITIVE = Query.TRANSITIVE_IMPORTS;

    /** A graph from edges like {@code "host I lib"} and the scopes that declare x. */
    private static ScopeGraph<String> graph(List<String> edges, String... declaring) {
        var builder = ScopeGraph.<String>builder(Comparator.naturalOrder());
        for (String edge : edges) {
            String[] parts = edge.split(" ", -1);
            builder.scope(parts[0]).scope(parts[2]).edge(parts[0], new Label(parts[1]), parts[2]);
        }
        Arrays.stream(declaring).forEach(scope -> builder.scope(scope).declare(scope, "x", scope));
        return builder.build();
    }

    private static Answer<String> ask(Query query, String from, List<String> edges, String... declaring) {
        return new Resolver<>(graph(edges, declaring), query).resolve(from, "x");
    }

    private static List<String> data(List<Found<String>> found) {
        return found.stream().map(Found::datum).toList();
    }

    @Test
    void vector1TheOwnDeclarationShadowsTheImportAndTheImportTheParent() {
        Answer<String> answer = ask(ONE_HOP, "host", List.of("host I lib", "host P env"), "host", "lib", "env");
        assertThat(data(answer.visible())).containsExactly("host");
        assertThat(data(answer.shadowed())).containsExactly("lib", "env");
    }

    @Test
    void vector2TheImportShadowsTheParent() {
        Answer<String> answer = ask(ONE_HOP, "host", List.of("host I lib", "host P env"), "lib", "env");
        assertThat(data(answer.visible())).containsExactly("lib");
        assertThat(data(answer.shadowed())).containsExactly("env");
    }

    @Test
    void vector3TheImportOfTheParentShadowsTheGrandparent() {
        Answer<String> answer = ask(ONE_HOP, "h", List.of("h P p", "p I l", "p P g"), "l", "g");
        assertThat(data(answer.visible())).containsExactly("l");
        assertThat(data(answer.shadowed())).containsExactly("g");
    }

    @Test
    void vector4AnImportIsNotFollowedByAParentStep() {
        assertThat(ask(TRANSITIVE, "c", List.of("c I p", "p P pp"), "pp").isEmpty())
                .isTrue();
    }

    @Test
    void vector5TheNearerOfTwoImportsWinsWhereverItStandsInTheList() {
        Answer<String> answer = ask(TRANSITIVE, "a", List.of("a I b", "a I c", "b I d"), "c", "d");
        assertThat(data(answer.visible())).containsExactly("c");
        assertThat(data(answer.shadowed())).containsExactly("d");
    }

    @Test
    void vector6TwoImportsEquallyNearAreAmbiguous() {
        Answer<String> answer = ask(TRANSITIVE, "a", List.of("a I b", "a I c"), "b", "c");
        assertThat(data(answer.visible())).containsExactly("b", "c");
        assertThat(answer.isAmbiguous()).isTrue();
        assertThat(answer.single()).isEmpty();
    }

    @Test
    void vector7AnOwnImportOfTwoHopsBeatsTheParentsImportOfOne() {
        Answer<String> answer = ask(TRANSITIVE, "a", List.of("a I b", "b I d", "a P p", "p I x"), "d", "x");
        assertThat(data(answer.visible())).containsExactly("d");
        assertThat(answer.visible().getFirst().path()).hasToString("a -I-> b -I-> d");
        assertThat(answer.shadowed().getFirst().path()).hasToString("a -P-> p -I-> x");
    }

    @Test
    void vector8WithTheEndOfThePathRankedLastTheImportBeatsTheOwnDeclaration() {
        Query outward = Query.of("P* I*", LabelOrder.of(List.of(List.of(Label.IMPORT), List.of(Label.PARENT)), 5));
        Answer<String> answer = ask(outward, "a", List.of("a I b"), "a", "b");
        assertThat(data(answer.visible())).containsExactly("b");
        assertThat(data(answer.shadowed())).containsExactly("a");
    }

    private static final List<String> DIAMOND = List.of("r I B", "r I C", "B I D", "C I D");

    @Test
    void vector9aOneProviderByTwoPathsOfADiamondIsOneAnswer() {
        Answer<String> answer = ask(TRANSITIVE, "r", DIAMOND, "D");
        assertThat(data(answer.visible())).containsExactly("D");
        assertThat(answer.single()).isPresent();
        assertThat(answer.shadowed()).isEmpty();
    }

    @Test
    void vector9bBothSidesOfADiamondAreAmbiguousWhateverLiesBehindThem() {
        Answer<String> answer = ask(TRANSITIVE, "r", DIAMOND, "B", "C", "D");
        assertThat(data(answer.visible())).containsExactly("B", "C");
        assertThat(data(answer.shadowed())).containsExactly("D");
    }

    @Test
    void vector9cOneSideOfADiamondShadowsWhatLiesBehindBoth() {
        Answer<String> answer = ask(TRANSITIVE, "r", DIAMOND, "B", "D");
        assertThat(data(answer.visible())).containsExactly("B");
        assertThat(data(answer.shadowed())).containsExactly("D");
    }

    @Test
    void vector10ScopesThatImportEachOtherAreSearchedOnceEach() {
        ScopeGraph<String> graph = graph(List.of("A I B", "B I A"), "B");
        var resolver = new Resolver<>(graph, TRANSITIVE);
        assertThat(resolver.searched("A")).containsExactly("A", "B");
        assertThat(data(resolver.resolve("A", "x").visible())).containsExactly("B");
        assertThat(resolver.resolve("A", "y").isEmpty()).isTrue();
    }

    @Test
    void vector11WithoutTransitiveImportsTheSecondHopIsNotReached() {
        assertThat(ask(ONE_HOP, "a", List.of("a I b", "b I c"), "c").isEmpty()).isTrue();
    }

    @Test
    void vector12ThreeEqualEdgesToOneProviderAreOneAnswer() {
        Answer<String> answer = ask(TRANSITIVE, "a", List.of("a I b", "a I b", "a I b"), "b");
        assertThat(answer.single().map(Found::datum)).contains("b");
    }

    @Test
    void oneProviderDeclaredAtSeveralScopesIsOneAnswerAtItsMostSpecificScope() {
        ScopeGraph<String> graph = ScopeGraph.<String>builder(Comparator.naturalOrder())
                .scope("grafana")
                .scope("host")
                .scope("env")
                .parent("grafana", "host")
                .parent("host", "env")
                .declare("env", "dns", "unbound")
                .declare("host", "dns", "unbound")
                .declare("env", "dns", "bind")
                .build();
        Answer<String> answer = new Resolver<>(graph, TRANSITIVE).resolve("grafana", "dns");
        assertThat(answer.visible()).singleElement().satisfies(found -> {
            assertThat(found.datum()).isEqualTo("unbound");
            assertThat(found.scope()).isEqualTo("host");
        });
        assertThat(data(answer.shadowed())).containsExactly("bind");
        assertThat(data(answer.reachable())).containsExactly("unbound", "bind");
    }

    @Test
    void whatIsNotAdmittedShadowsNothing() {
        ScopeGraph<String> graph = graph(List.of("a P b"), "a", "b");
        Answer<String> answer = new Resolver<>(graph, TRANSITIVE).resolve("a", "x", datum -> !datum.equals("a"));
        assertThat(data(answer.reachable())).containsExactly("b");
    }

    @Test
    void scopesWithOneWordAreSearchedInTheOrderOfTheirEdges() {
        ScopeGraph<String> graph = graph(List.of("a I z", "a I c", "z I y", "c I b", "a P p", "p I q"));
        assertThat(new Resolver<>(graph, TRANSITIVE).searched("a")).containsExactly("a", "z", "c", "y", "b", "p", "q");
    }

    @Test
    void labelsOfEqualRankAreIncomparableSoBothTheirDeclarationsAreVisible() {
        Query even = Query.of("P* I*", LabelOrder.of(List.of(List.of(Label.IMPORT, Label.PARENT)), -1));
        Answer<String> answer = ask(even, "a", List.of("a I b", "a P c"), "b", "c");
        assertThat(data(answer.visible())).containsExactly("b", "c");
    }
}
