package dev.fairlead.scope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Comparator;
import org.junit.jupiter.api.Test;

final class ScopeGraphTest {
    private static ScopeGraph.Builder<String> builder(String... scopes) {
        var builder = ScopeGraph.<String>builder(Comparator.naturalOrder());
        for (String scope : scopes) {
            builder.scope(scope);
        }
        return builder;
    }

    @Test
    void aSecondDifferentParentIsRefusedWithBothParents() {
        assertThatThrownBy(() -> builder("host:web", "env:prod", "env:test")
                        .parent("host:web", "env:prod")
                        .parent("host:web", "env:test")
                        .build())
                .isInstanceOfSatisfying(ScopeGraphException.SecondParent.class, refused -> {
                    assertThat(refused.scope()).isEqualTo("host:web");
                    assertThat(refused.first()).isEqualTo("env:prod");
                    assertThat(refused.second()).isEqualTo("env:test");
                })
                .hasMessage("host:web has two parents, env:prod and env:test, and a scope has at most one");
    }

    @Test
    void theSameParentTwiceIsOneParent() {
        ScopeGraph<String> graph =
                builder("a", "b").parent("a", "b").parent("a", "b").build();
        assertThat(graph.parent("a")).contains("b");
        assertThat(graph.parent("b")).isEmpty();
    }

    @Test
    void aCycleOfParentsIsRefusedInOrderFromItsSmallestId() {
        assertThatThrownBy(() -> builder("x", "c", "a", "b")
                        .parent("x", "c")
                        .parent("c", "a")
                        .parent("a", "b")
                        .parent("b", "c")
                        .build())
                .isInstanceOfSatisfying(
                        ScopeGraphException.ParentCycle.class,
                        refused -> assertThat(refused.cycle()).containsExactly("a", "b", "c"))
                .hasMessage("a is inside b is inside c is inside a, and a scope cannot enclose itself");
    }

    @Test
    void aScopeThatIsItsOwnParentIsRefused() {
        assertThatThrownBy(() -> builder("a").parent("a", "a").build())
                .isInstanceOf(ScopeGraphException.ParentCycle.class)
                .hasMessage("a is inside a, and a scope cannot enclose itself");
    }

    @Test
    void anEdgeToAScopeThatWasNeverAddedIsRefusedWithTheEdge() {
        assertThatThrownBy(() -> builder("a").imports("a", "b").build())
                .isInstanceOfSatisfying(
                        ScopeGraphException.UnknownScope.class,
                        refused -> assertThat(refused.scope()).isEqualTo("b"))
                .hasMessage("a has an edge I to b, but there is no scope b");
    }

    @Test
    void aDeclarationAtAScopeThatWasNeverAddedIsRefused() {
        assertThatThrownBy(() -> builder("a").declare("b", "dns", "unbound").build())
                .isInstanceOf(ScopeGraphException.UnknownScope.class)
                .hasMessage("something is declared at b, but there is no scope b");
    }

    @Test
    void aQueryFromAnUnknownScopeIsRefused() {
        var resolver = new Resolver<>(builder("a").build(), Query.TRANSITIVE_IMPORTS);
        assertThatThrownBy(() -> resolver.resolve("b", "dns"))
                .isInstanceOf(ScopeGraphException.UnknownScope.class)
                .hasMessage("a query mentions b, but there is no scope b");
        assertThatThrownBy(() -> resolver.searched("b")).isInstanceOf(ScopeGraphException.UnknownScope.class);
    }

    @Test
    void edgesAndDeclarationsMayComeBeforeTheirScopes() {
        ScopeGraph<String> graph = builder()
                .imports("a", "b")
                .declare("b", "dns", "unbound")
                .scope("b")
                .scope("a")
                .build();
        assertThat(graph.scopes()).containsExactly("a", "b");
        assertThat(graph.declarations("dns")).containsExactly(new Declaration<>("b", "dns", "unbound"));
    }

    @Test
    void targetsKeepTheOrderOfTheEdgesEachOnce() {
        ScopeGraph<String> graph = builder("a", "b", "c")
                .imports("a", "c")
                .imports("a", "b")
                .imports("a", "c")
                .imports("a", "a")
                .build();
        assertThat(graph.targets("a", Label.IMPORT)).containsExactly("c", "b");
        assertThat(graph.targets("a", new Label("uses"))).isEmpty();
    }

    @Test
    void declarationsAreListedByNameWhetherReachableOrNot() {
        ScopeGraph<String> graph = builder("a", "b")
                .declare("b", "dns", "bind")
                .declare("a", "web", "caddy")
                .declare("a", "dns", "unbound")
                .declare("b", "dns", "unbound")
                .build();
        assertThat(graph.names()).containsExactly("dns", "web");
        assertThat(graph.declarations("dns"))
                .containsExactly(
                        new Declaration<>("a", "dns", "unbound"),
                        new Declaration<>("b", "dns", "bind"),
                        new Declaration<>("b", "dns", "unbound"));
        assertThat(graph.declarations("ftp")).isEmpty();
    }
}
