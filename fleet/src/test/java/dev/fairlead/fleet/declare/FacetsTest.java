package dev.fairlead.fleet.declare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.fleet.declare.Facets.Kind;
import dev.fairlead.nix.Nix;
import dev.fairlead.nix.eval.Evaluator;
import dev.fairlead.nix.eval.Options;
import dev.fairlead.nix.syntax.Bytes;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FacetsTest {
    private final Facets facets = new Facets(Classes.shipped(), Set.of());
    private final Evaluator evaluator = Nix.evaluator(Options.DEFAULT);

    private Kind kindOf(String name, String expression) {
        return evaluator.run(
                () -> facets.kindOf(name, evaluator.evalText(Bytes.encode(expression), "test", Path.of("/"))));
    }

    @ParameterizedTest
    @CsvSource({
        "meta, FACET",
        "settings, FACET",
        "neededBy, FACET",
        "nixos, CLASS",
        "reverse-proxy, CLASS",
        "caddy, BACKEND",
        "__functor, HIDDEN",
        "__aspect, HIDDEN",
        "web, UNKNOWN",
    })
    void theNameSaysWhatMostAttributesAre(String name, Kind kind) {
        assertThat(facets.kindOf(name)).isEqualTo(kind);
        assertThat(kindOf(name, "{ }")).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "impermanence | { settings = { }; }            | ASPECT",
                "cli          | { nixos = { }; }                | ASPECT",
                "tools        | { cli = { meta = { }; }; }      | ASPECT",
                "tools        | { cli = { host, ... }: { }; }   | ASPECT",
                "shell        | { user, host, lib, ... }: { }   | ASPECT",
                "shell        | { user, pkgs ? null, ... }: { } | ASPECT",
                "tools        | { cli = { }; }                  | UNKNOWN",
                "tools        | { }                             | UNKNOWN",
                "shell        | { user, pkgs, ... }: { }        | UNKNOWN",
                "shell        | x: { }                          | UNKNOWN",
                "shell        | 3                               | UNKNOWN",
                "nixso        | { host, ... }: { }              | UNKNOWN",
                "nixso        | { services.nginx.enable = 1; }  | UNKNOWN",
                "homeManger   | { programs.git = { user, ... }: { }; } | UNKNOWN",
            })
    void theValueDecidesWhereTheNameDoesNot(String name, String expression, Kind kind) {
        assertThat(kindOf(name, expression)).isEqualTo(kind);
    }

    @Test
    void aValueWhoseAttributeIsKnownByNameIsNotComputed() {
        assertThat(kindOf("tools", "{ meta = throw \"not read\"; }")).isEqualTo(Kind.ASPECT);
    }

    @Test
    void anEndlessNamespaceIsNoAspect() {
        assertThat(kindOf("tools", "let endless = { more = endless; }; in endless"))
                .isEqualTo(Kind.UNKNOWN);
    }

    @Test
    void theNearestNameIsAFacetAClassOrABackend() {
        assertThat(facets.nearest("include")).isEqualTo("includes");
        assertThat(facets.nearest("kubernets")).isEqualTo("kubernetes");
        assertThat(facets.nearest("cady")).isEqualTo("caddy");
        assertThat(facets.nearest("grafana")).isNull();
    }
}
