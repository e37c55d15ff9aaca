package dev.fairlead.scope;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.testing.Gen;
import dev.fairlead.testing.Property;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Graphs too wide to enumerate paths in: names are looked up in long lists of scopes, by scope or by declaration, and remembered. */
final class ResolverOnWideGraphsTest {
    /** Sixty scopes with many imports; {@code rare} is declared at few, {@code common} at most. */
    private static Gen<ScopeGraph<String>> graphs() {
        return choices -> {
            var builder = ScopeGraph.<String>builder(Comparator.naturalOrder());
            int scopes = 60;
            for (int i = 0; i < scopes; i++) {
                builder.scope("s" + i);
                if (i > 0 && choices.below(2) == 0) {
                    builder.parent("s" + (i - 1), "s" + i);
                }
                builder.imports("s" + choices.below(scopes), "s" + choices.below(scopes));
                builder.imports("s" + choices.below(scopes), "s" + choices.below(scopes));
            }
            for (int more = 1 + (int) choices.below(6); more > 0; more--) {
                builder.declare("s" + choices.below(scopes), "rare", "r" + choices.below(4));
            }
            for (int more = 80; more > 0; more--) {
                builder.declare("s" + choices.below(scopes), "common", "c" + choices.below(20));
            }
            return builder.build();
        };
    }

    @Test
    void whatIsVisibleIsWhatTheFirstDeclaringScopesInTheOrderOfTheSearchDeclare() {
        Property.tries(100).check(graphs(), graph -> {
            var resolver = new Resolver<>(graph, Query.TRANSITIVE_IMPORTS);
            for (String start : graph.scopes().subList(0, 10)) {
                for (String name : List.of("rare", "common", "rare")) {
                    assertThat(resolver.resolve(start, name).visible().stream().map(Found::datum))
                            .containsExactlyElementsOf(firstDeclared(resolver, graph, start, name));
                }
            }
        });
    }

    private static SortedSet<String> firstDeclared(
            Resolver<String> resolver, ScopeGraph<String> graph, String start, String name) {
        var data = new TreeSet<String>();
        List<Label> word = List.of();
        for (String scope : resolver.searched(start)) {
            List<String> own = graph.declarations(name).stream()
                    .filter(declaration -> declaration.scope().equals(scope))
                    .map(Declaration::datum)
                    .toList();
            if (!own.isEmpty()) {
                List<Label> here = resolver.path(start, scope).orElseThrow().word();
                if (!data.isEmpty() && !here.equals(word)) {
                    break;
                }
                word = here;
                data.addAll(own);
            }
        }
        return data;
    }
}
