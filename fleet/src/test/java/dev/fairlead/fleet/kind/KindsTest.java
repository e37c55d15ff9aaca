package dev.fairlead.fleet.kind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.resolution.Resolution;
import dev.fairlead.fleet.resolution.Resolution.Data;
import dev.fairlead.fleet.resolution.Resolution.Scope;
import dev.fairlead.fleet.resolution.Resolution.Service;
import dev.fairlead.fleet.resolve.WrittenFleet;
import dev.fairlead.testing.Golden;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kinds of scopes, their data, and the scopes of further kinds. */
final class KindsTest {
    @TempDir
    private Path directory;

    private Resolution resolve(String den) {
        return WrittenFleet.resolve(directory, den);
    }

    @Test
    void aKindKnowsItsOptionsInEveryFormOfASchema() {
        for (String options : List.of(
                "{ addr = lib.mkOption { default = 1; }; }",
                "{ options.addr = lib.mkOption { default = 1; }; }",
                "{ lib, ... }: { options.addr = lib.mkOption { default = 1; }; }",
                "{ imports = [ ({ lib, ... }: { options.addr = lib.mkOption { default = 1; }; }) ]; }")) {
            Resolution resolution = resolve("den.kinds.host = { strict = true; options = " + options + "; };\n"
                    + "den.hosts.x86_64-linux = { a.addr = 2; b = { }; c.adr = 3; };\n");
            assertThat(resolution.findings())
                    .as(options)
                    .extracting(Finding::message)
                    .containsExactly("den.hosts.x86_64-linux.c.adr is not an attribute that Fairlead knows.");
            assertThat(resolution.findings().getFirst().fix()).isEqualTo("did you mean \"addr\"?");
        }
    }

    private static String findings(Resolution resolution) {
        return resolution.findings().stream()
                .map(f -> f.severity().text() + "[" + f.id().text() + "] " + f.location() + "\n  " + f.message() + "\n"
                        + (f.fix() == null ? "" : "  " + f.fix() + "\n"))
                .collect(Collectors.joining());
    }

    private static String messages(Resolution resolution) {
        return resolution.findings().stream().map(Finding::message).collect(Collectors.joining("\n"));
    }

    private static Scope scope(Resolution resolution, String id) {
        return resolution.scopes().stream()
                .filter(scope -> scope.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void typedDataHasDefaultsThatFunctionsRead() {
        Resolution resolution = resolve("""
                den.kinds.host.options = {
                  rack = lib.mkOption { type = lib.types.int; default = 7; };
                  disk.size = { type = lib.types.int; default = 10; };
                };
                den.kinds.user.options.shell = { default = "fish"; };
                den.hosts.x86_64-linux.a = { rack = 2; includes = [ "app" ]; users.ann.includes = [ "own" ]; };
                den.hosts.x86_64-linux.b = { disk.size = 20; };
                den.aspects.app = { host, ... }: { meta.provides.app = { inherit (host) rack; size = host.disk.size; }; };
                den.aspects.own = { user, ... }: { meta.provides.${user.shell} = { }; };
                """);
        assertThat(messages(resolution)).isEmpty();
        assertThat(resolution
                        .service("service:app@a")
                        .orElseThrow()
                        .provides()
                        .getFirst()
                        .data())
                .hasToString("Fields[fields={rack=Whole[value=2], size=Whole[value=10]}]");
        assertThat(resolution
                        .service("service:own@ann@a")
                        .orElseThrow()
                        .provides()
                        .getFirst()
                        .capability())
                .isEqualTo("fish");
        assertThat(scope(resolution, "host:b").data()).containsEntry("rack", new Data.Whole(7));
    }

    @Test
    void whatIsWrongWithDataIsSaidOnceEachWithTheNearestName() {
        Golden.assertMatches("kinds/data.txt", findings(resolve("""
                den.kinds.host = {
                  options.addr = lib.mkOption { type = lib.types.str; };
                  options.rack = lib.mkOption { type = lib.types.ints.positive; default = 1; };
                  options.gateway = lib.mkOption { type = lib.types.nullOr (lib.types.ref "host"); default = null; };
                  options.peers = lib.mkOption { type = lib.types.listOf (lib.types.ref "host"); default = [ ]; };
                  options.disk.size = { type = lib.types.int; refine = [ { check = s: s > 1; message = "too small"; } ]; };
                  refine = [ { check = h: h.gateway != h.name; message = "a host is not its own gateway"; } ];
                  strict = true;
                };
                den.kinds.environment.options.owner = { type = lib.types.ref "user"; default = "ann@web3"; };
                den.environments.prod.owner = "an@web3";
                den.hosts.x86_64-linux.web1 = { addr = "10.0.0.1"; gateway = "web1"; disk.size = 1; };
                den.hosts.x86_64-linux.web2 = { addr = 5; rack = 0; adr = 2; disk.size = 2; };
                den.hosts.x86_64-linux.web3 = {
                  gateway = "wbe1";
                  peers = [ "web1" "web9" ];
                  disk.sise = 4;
                  users.ann = { };
                };
                """)));
    }

    @Test
    void whatIsWrongWithKindsAndEntitiesLeavesTheRest() {
        Resolution resolution = resolve("""
                den.kinds.cluster.parent = "environment";
                den.kinds.node.parent = "clusters";
                den.kinds.host.parent = "cluster";
                den.kinds.service = { };
                den.kinds.left.parent = "right";
                den.kinds.right.parent = "left";
                den.kinds.odd = { option = { }; };
                den.kinds.user.options.boss = { type = lib.types.ref "usr"; };
                den.entities.cluster."a:b" = { };
                den.entities.cluster.database.environmnt = "prod";
                den.entities.node.n1.cluster = "databse";
                den.entities.node.n2 = { };
                den.entities.nodes.n3 = { };
                den.entities.host.h = { };
                den.hosts.x86_64-linux.h.imports = [ "cluster:databasee" "cluster:database" ];
                """);
        Golden.assertMatches("kinds/kinds.txt", findings(resolution));
        assertThat(scope(resolution, "node:n1").parent()).isEqualTo("cluster:database");
        assertThat(scope(resolution, "host:h").imports()).containsExactly("cluster:database");
    }

    @Test
    void scopesOfFurtherKindsHaveServicesThatAreSeenThereAndByWhoImportsThem() {
        Resolution resolution = resolve("""
                den.kinds.cluster.parent = "environment";
                den.kinds.node.parent = "cluster";
                den.environments.prod.tags = [ "live" ];
                den.entities.cluster.db = { environment = "prod"; includes = [ "postgres" ]; settings.postgres.port = 1; };
                den.entities.node.n1 = { cluster = "db"; includes = [ "agent" ]; };
                den.hosts.x86_64-linux.web = { environment = "prod"; imports = [ "cluster:db" ]; includes = [ "app" ]; };
                den.aspects.postgres = { cluster, settings, ... }: {
                  settings.port = { default = 2; };
                  meta.provides.${cluster.name} = { inherit (settings) port; tags = cluster.tags; };
                };
                den.aspects.agent.meta.requires = [ "db" ];
                den.aspects.app.meta.requires = [ "db" ];
                """);
        assertThat(messages(resolution)).isEmpty();
        assertThat(resolution.services().stream().map(Service::id))
                .containsExactly("service:agent@node:n1", "service:app@web", "service:postgres@cluster:db");
        for (String service : new String[] {"service:agent@node:n1", "service:app@web"}) {
            assertThat(resolution
                            .service(service)
                            .orElseThrow()
                            .requires()
                            .getFirst()
                            .bound())
                    .containsExactly("service:postgres@cluster:db");
        }
        assertThat(scope(resolution, "cluster:db").tags()).containsExactly("live");
        assertThat(scope(resolution, "node:n1").parent()).isEqualTo("cluster:db");
    }

    @Test
    void whatIsWrongWithASelectorIsSaidWhereItIsWritten() {
        Golden.assertMatches("kinds/selectors.txt", findings(resolve("""
                den.hosts.x86_64-linux.web = { tags = [ "edge" ]; };
                den.aspects.a.neededBy = "edge";
                den.aspects.b.neededBy = sel.kind "hots";
                den.aspects.c.neededBy = sel.any [ (sel.tag "edge") { tags = "edge"; } ];
                den.aspects.d.neededBy = sel.when (host: host.addr == "x");
                den.aspects.e.neededBy = sel.when (host: host.name);
                den.aspects.f.neededBy = sel.child { parents = sel.star; child = sel.star; };
                den.aspects.g.neededBy = sel.and (sel.tag "edge");
                den.aspects.h.neededBy = { _selector = "tga"; value = "edge"; };
                den.aspects.i.neededBy = { host, ... }: sel.tag "edge";
                den.aspects.j.neededBy = throw "no idea";
                den.aspects.k = { neededBy = sel.when (id: host: id == "host:web"); excludes = [ "z" 5 ]; };
                """)));
    }
}
