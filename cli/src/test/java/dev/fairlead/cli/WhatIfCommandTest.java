package dev.fairlead.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.cli.CliRun.Result;
import dev.fairlead.testing.Golden;
import dev.fairlead.testing.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Suppositions about a fleet, and what they come to. */
final class WhatIfCommandTest {
    /** A fleet that looks at its own declarations, and whose hosts need what others have. */
    private static final String FLEET = """
            { den, lib, ... }:
            {
              den.fleet.settings.nginx.port = 80;
              den.fleet.backends.reverse-proxy = "nginx";
              den.environments.prod = { };
              den.hosts.x86_64-linux.web1 = {
                environment = "prod";
                includes = [ "nginx" ];
                settings.nginx.port = lib.mkForce 8080;
                backends.reverse-proxy = "nginx";
              };
              den.hosts.x86_64-linux.web2 = { environment = "prod"; includes = [ "nginx" "dns" ]; };
              den.aspects.nginx = {
                settings.port = lib.mkOption { type = lib.types.port; default = 1; };
                ports = { settings, ... }: { http = settings.port; };
                meta.requires = [ "dns" ];
              };
              den.aspects.dns = {
                includes = [ "resolver" ];
                meta.provides.dns.visibility = "environment";
                meta.hosts = lib.attrNames den.hosts.x86_64-linux;
              };
              den.aspects.resolver = { };
            }
            """;

    @TempDir
    Path directory;

    @BeforeEach
    void writeFleet() throws IOException {
        Files.writeString(directory.resolve("fleet.nix"), FLEET);
    }

    private Result whatIf(String... words) {
        List<String> all = new ArrayList<>(List.of("whatif", "-C", directory.toString()));
        all.addAll(List.of(words));
        return CliRun.whole().run(all.toArray(String[]::new));
    }

    private static Result homelab(String... words) {
        List<String> all = new ArrayList<>(List.of(
                "whatif", "-C", Repository.root().resolve("examples/homelab").toString()));
        all.addAll(List.of(words));
        return CliRun.whole().run(all.toArray(String[]::new));
    }

    @Test
    void aServiceThatOthersNeedIsMissedByThem() {
        Result text = homelab("--without", "service:dns");
        assertThat(text.exit()).isZero();
        assertThat(text.err()).isEmpty();
        Golden.assertMatches("examples/homelab/whatif-without-dns.txt", text.out());
        Golden.assertMatches(
                "examples/homelab/whatif-without-dns.md",
                homelab("--without", "dns", "--format", "markdown").out());
        Golden.assertMatches(
                "examples/homelab/whatif-without-dns.json",
                homelab("--without", "service:dns@gateway", "--format=json").out());
    }

    @Test
    void whatOnlyAServiceBringsGoesWithIt() {
        assertThat(whatIf("--without", "dns").out())
                .contains("  - service:dns@web2\n  - service:resolver@web2\n")
                .contains("""
                          ~ service:nginx@web1 dns: service:dns@web2 → missing
                              service:dns@web2 is no longer deployed
                        """);
    }

    @Test
    void aHostGoesWithAllThatIsOnIt() {
        assertThat(whatIf("--without", "web2").out())
                .startsWith("What if without host:web2?\n")
                .contains(": 4 → 1 service, 2 → 1 host, 0 → 1 error\n")
                .contains("  - host:web2\n")
                .contains("  - service:nginx@web2\n");
        assertThat(whatIf("--without", "host:web2")).isEqualTo(whatIf("--without", "web2"));
    }

    @Test
    void aSettingIsReplacedWhereverItIsRead() {
        assertThat(whatIf("--set", "host:web1:nginx.port=8443").out())
                .startsWith("What if with nginx.port = 8443 on host:web1?\n")
                .contains(
                        "  ~ service:nginx@web1 http: tcp 0.0.0.0:8080 on host:web1 → tcp 0.0.0.0:8443 on host:web1\n");
        assertThat(whatIf("--set", "web1:nginx.port=8443")).isEqualTo(whatIf("--set", "host:web1:nginx.port=8443"));
        assertThat(whatIf("--set", "fleet:nginx.port=81").out())
                .contains("service:nginx@web2")
                .doesNotContain("@web1");
        assertThat(whatIf("--set", "env:prod:nginx.port=82").out()).contains(":82 on host:web2");
        assertThat(whatIf("--set", "host:web1:nginx.port=8080").out()).endsWith("\nno difference\n");
    }

    @Test
    void aBackendIsReplacedWhereverItIsChosen() {
        assertThat(whatIf("--backend", "reverse-proxy=caddy").out())
                .contains("  ~ fleet reverse-proxy: nginx → caddy\n  ~ host:web1 reverse-proxy: nginx → caddy\n")
                .doesNotContain("host:web2 reverse-proxy");
    }

    @Test
    void scopesOfTheFleetsOwnKindsAndUsersAreChangedAsHostsAre() throws IOException {
        Files.writeString(directory.resolve("fleet.nix"), """
                { lib, ... }:
                {
                  den.kinds.cluster.parent = "environment";
                  den.environments.prod = { };
                  den.entities.cluster.c1 = { environment = "prod"; includes = [ "web" ]; };
                  den.entities.cluster.c2 = { environment = "prod"; backends.reverse-proxy = "nginx"; };
                  den.hosts.x86_64-linux.web1 = { environment = "prod"; users.ann.includes = [ "web" ]; };
                  den.aspects.web = {
                    settings.x = { type = lib.types.int; default = 1; };
                    meta = { settings, ... }: { provides.site = { inherit (settings) x; }; };
                  };
                }
                """);
        assertThat(whatIf("--set", "cluster:c1:web.x=9").out())
                .startsWith("What if with web.x = 9 on cluster:c1?\n")
                .contains("1 → 9")
                .doesNotContain("ann");
        assertThat(whatIf("--set", "user:ann@web1:web.x=9").out())
                .contains("1 → 9")
                .doesNotContain("cluster");
        assertThat(whatIf("--without", "cluster:c1").out())
                .startsWith("What if without cluster:c1?\n")
                .contains("  - cluster:c1\n", "  - service:web@cluster:c1\n");
        assertThat(whatIf("--without", "user:ann@web1").out())
                .contains("  - user:ann@web1\n", "  - service:web@ann@web1\n");
        assertThat(whatIf("--backend", "reverse-proxy=caddy").out())
                .contains("  ~ cluster:c2 reverse-proxy: nginx → caddy\n");
        refused(
                "the fleet has no service and no scope 'cluster:c3'; did you mean cluster:c1?",
                "--without",
                "cluster:c3");
        refused(
                "env:prod cannot be left out, only services, hosts, users and scopes of the fleet's own kinds",
                "--without",
                "env:prod");
    }

    @Test
    void severalChangesAreMadeTogether() {
        assertThat(whatIf("--without", "web1", "--without", "dns", "--set", "fleet:nginx.port=81")
                        .out())
                .startsWith("What if without host:web1, without service:dns@web2, with nginx.port = 81 on fleet?\n")
                .contains("  - host:web1\n", "  - service:dns@web2\n", ":81 on host:web2");
    }

    @Test
    void whatThereIsNotIsNamedWithWhatIsNear() {
        refused("the fleet has no service and no host 'ngnix'; did you mean nginx?", "--without", "ngnix");
        refused("the fleet has no service and no scope 'host:web3'; did you mean host:web1?", "--without", "host:web3");
        refused("the fleet has no scope 'host:wbe1'; did you mean host:web1?", "--set", "host:wbe1:nginx.port=1");
        refused(
                "the fleet has no class 'reverse-proxi'; did you mean reverse-proxy?",
                "--backend",
                "reverse-proxi=caddy");
        refused("the fleet has no backend 'cady'; did you mean caddy?", "--backend", "reverse-proxy=cady");
        refused("--backend needs CLASS=B, such as reverse-proxy=caddy, not 'caddy'", "--backend", "caddy");
        refused("--set needs SCOPE:PATH=VALUE, such as host:web1:nginx.port=8080, not 'x'", "--set", "x");
        refused(
                "'example.org' is no Nix value (undefined variable 'example'); text needs quotes: '\"example.org\"'",
                "--set",
                "fleet:nginx.name=example.org");
        refused("whatif needs a change: --without, --backend or --set");
    }

    private void refused(String complaint, String... words) {
        assertThat(whatIf(words)).isEqualTo(new Result(2, "", "fairlead: " + complaint + "\n"));
    }
}
