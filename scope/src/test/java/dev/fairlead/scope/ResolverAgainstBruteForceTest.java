package dev.fairlead.scope;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.testing.Property;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every query agrees with {@link BruteForce} on a thousand random graphs, cyclic ones among them. */
final class ResolverAgainstBruteForceTest {
    private static final int GRAPHS = 1_000;

    /** A query in the two notations; {@code layers} are letters by rank, separated by spaces. */
    record Case(String wellFormed, String pattern, String layers, int endOfPath) {
        Query query() {
            List<List<Label>> labels = Stream.of(layers.split(" ", -1))
                    .map(layer -> layer.chars()
                            .mapToObj(letter -> new Label(String.valueOf((char) letter)))
                            .toList())
                    .toList();
            return Query.of(wellFormed, LabelOrder.of(labels, endOfPath));
        }

        BruteForce twin(SmallGraph graph) {
            var ranks = new HashMap<Character, Integer>(Map.of('$', endOfPath));
            String[] byRank = layers.split(" ", -1);
            for (int rank = 0; rank < byRank.length; rank++) {
                for (char letter : byRank[rank].toCharArray()) {
                    ranks.put(letter, rank);
                }
            }
            return new BruteForce(graph, pattern, ranks, "$" + layers.replace(" ", ""));
        }
    }

    static List<Case> cases() {
        return List.of(
                new Case("P* I*", "P*I*", "I P", -1),
                new Case("P* I?", "P*I?", "I P", -1),
                new Case("P* I*", "P*I*", "I P", 5),
                new Case("P* I*", "P*I*", "I P", 1),
                new Case("P* I*", "P*I*", "I  P", 1),
                new Case("P* I*", "P*I*", "P I", -1),
                new Case("P* I*", "P*I*", "IP", -1),
                new Case("P* I*", "P*I*", "PI", 0),
                new Case("P* I*", "P*I*", "I P", 0),
                new Case("P*", "P*", "P", 3),
                new Case("P* X? I*", "P*X?I*", "X I P", -1),
                new Case("P* (I | X)*", "P*[IX]*", "IX P", -1),
                new Case("(P | I)*", "[PI]*", "I P", -1),
                new Case("(P | I)*", "[PI]*", "IP", -1),
                new Case("_* X", "[IPX]*X", "I P X", -1),
                new Case("_*", "[IPX]*", "X P I", 1),
                new Case("_*", "[IPX]*", "XPI", 7),
                new Case("(P I)* | I+", "(PI)*|I+", "P I", -1),
                new Case("P (I | \"\") P? | I I I", "P(I|)P?|III", "I P", -1),
                new Case("I? P*", "I?P*", "I P", -1),
                new Case("P* I I (I I)*", "P*II(II)*", "I P", -1));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theVisibleDeclarationsAreThoseWithAMinimalPath(Case each) {
        graphs(each, GRAPHS).check(SmallGraph.any(), graph -> {
            var resolver = new Resolver<>(graph.build(), each.query());
            BruteForce twin = each.twin(graph);
            for (String start : starts(graph)) {
                Answer<String> answer = resolver.resolve(start, SmallGraph.NAME);
                assertThat(data(answer.visible())).containsExactlyInAnyOrderElementsOf(twin.visible(start));
                assertThat(answer.visible()).isSortedAccordingTo(byWordThenDatum(twin));
                for (Found<String> found : answer.visible()) {
                    assertThat(found.path()).isIn(twin.minimal(start));
                    assertThat(found.path().to()).isEqualTo(found.scope());
                    assertThat(graph.declared()).contains(new SmallGraph.Declared(found.scope(), found.datum()));
                }
            }
        });
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theShadowedDeclarationsAreTheOtherReachableOnesMostSpecificFirst(Case each) {
        graphs(each, GRAPHS).check(SmallGraph.any(), graph -> {
            var resolver = new Resolver<>(graph.build(), each.query());
            BruteForce twin = each.twin(graph);
            for (String start : starts(graph)) {
                List<Found<String>> shadowed =
                        resolver.resolve(start, SmallGraph.NAME).shadowed();
                assertThat(data(shadowed)).isEqualTo(twin.shadowed(start));
                for (Found<String> found : shadowed) {
                    assertThat(found.path()).isIn(twin.paths(start));
                    assertThat(BruteForce.word(found.path()))
                            .isEqualTo(twin.firstWordOfData(start).get(found.datum()));
                    assertThat(graph.declared()).contains(new SmallGraph.Declared(found.scope(), found.datum()));
                }
            }
        });
    }

    @ParameterizedTest
    @MethodSource("cases")
    void whatIsNotAdmittedIsAsIfItWereNotDeclared(Case each) {
        graphs(each, GRAPHS / 4).check(SmallGraph.any(), graph -> {
            List<SmallGraph.Declared> admitted = graph.declared().stream()
                    .filter(declared -> !declared.datum().equals("d0"))
                    .toList();
            var all = new Resolver<>(graph.build(), each.query());
            var without = new Resolver<>(new SmallGraph(graph.scopes(), graph.edges(), admitted).build(), each.query());
            for (String start : starts(graph)) {
                Answer<String> answer = all.resolve(start, SmallGraph.NAME, datum -> !datum.equals("d0"));
                Answer<String> expected = without.resolve(start, SmallGraph.NAME);
                assertThat(answer.visible()).isEqualTo(expected.visible());
                assertThat(answer.shadowed()).isEqualTo(expected.shadowed());
            }
        });
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theSearchedScopesAreTheReachableOnesMostSpecificFirst(Case each) {
        graphs(each, GRAPHS).check(SmallGraph.any(), graph -> {
            var resolver = new Resolver<>(graph.build(), each.query());
            BruteForce twin = each.twin(graph);
            for (String start : starts(graph)) {
                Map<String, String> words = twin.firstWordOfScopes(start);
                List<String> searched = resolver.searched(start);
                assertThat(searched).containsExactlyInAnyOrderElementsOf(words.keySet());
                assertThat(searched.stream().map(scope -> words.getOrDefault(scope, "")))
                        .isSortedAccordingTo(twin.sequence());
            }
        });
    }

    @ParameterizedTest
    @MethodSource("cases")
    void thePathsToAScopeAreAllPathsToItMostSpecificFirst(Case each) {
        graphs(each, GRAPHS / 4).check(SmallGraph.any(), graph -> {
            var resolver = new Resolver<>(graph.build(), each.query());
            BruteForce twin = each.twin(graph);
            for (String start : starts(graph)) {
                List<Path> all = twin.paths(start);
                for (String goal : graph.build().scopes()) {
                    Paths paths = resolver.paths(start, goal, 10_000);
                    assertThat(paths.complete()).isTrue();
                    assertThat(paths.paths())
                            .containsExactlyInAnyOrderElementsOf(all.stream()
                                    .filter(path -> path.to().equals(goal))
                                    .toList());
                    assertThat(paths.paths().stream().map(BruteForce::word)).isSortedAccordingTo(twin.sequence());
                }
            }
        });
    }

    private static Comparator<Found<String>> byWordThenDatum(BruteForce twin) {
        return Comparator.<Found<String>, String>comparing(found -> BruteForce.word(found.path()), twin.sequence())
                .thenComparing(Found::datum);
    }

    /** Each case has graphs of its own: twenty thousand in all. */
    private static Property graphs(Case each, int tries) {
        return Property.tries(tries).seed(each.toString().hashCode());
    }

    private static List<String> starts(SmallGraph graph) {
        return IntStream.range(0, Math.min(2, graph.scopes()))
                .mapToObj(SmallGraph::id)
                .toList();
    }

    private static List<String> data(List<Found<String>> found) {
        return found.stream().map(Found::datum).toList();
    }
}
