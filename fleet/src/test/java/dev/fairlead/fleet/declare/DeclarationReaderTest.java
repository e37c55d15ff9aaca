package dev.fairlead.fleet.declare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.fleet.declare.AspectTree.Aspect;
import dev.fairlead.fleet.declare.Declarations.Reference;
import dev.fairlead.fleet.declare.Declarations.ScopeDeclaration;
import dev.fairlead.fleet.resolve.WrittenFleet;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DeclarationReaderTest {
    @TempDir
    private Path directory;

    private WrittenFleet fleet;

    @BeforeEach
    void start() {
        fleet = new WrittenFleet(directory);
    }

    @Test
    void aFleetInOneFileDeclaresScopesAndAspects() {
        fleet.with("fleet.nix", """
                { den, lib, ... }:
                {
                  den.fleet.name = "home";
                  den.environments.prod = { tags = [ "live" ]; includes = [ den.aspects.pki ]; };
                  den.environments.base = { };
                  den.hosts.x86_64-linux.web1 = {
                    environment = "prod";
                    includes = [ den.aspects.grafana "disk.impermanence" ];
                    imports = [ "base" "env:prod" "web2" ];
                    tags = [ "web" ];
                    bindings.dns = "service:dns@web2";
                    expose.dns = "fleet";
                    users.ann.includes = [ "grafana" ];
                    addr = "10.0.0.1";
                  };
                  den.hosts.aarch64-linux.web2 = { };
                  den.default.includes = [ "pki" ];
                  den.aspects.pki.meta.provides = [ "pki" ];
                  den.aspects.grafana = { meta.requires = [ "dns" ]; nixos = { pkgs, ... }: { }; };
                  den.aspects.disk.impermanence = { host, ... }: { nixos = { }; };
                }
                """);
        Declarations read = fleet.read();

        fleet.assertNoFindings();
        assertThat(read.name()).isEqualTo("home");
        assertThat(read.scopes().environments())
                .extracting(ScopeDeclaration::id)
                .containsExactly("env:base", "env:default", "env:prod");
        assertThat(read.scopes().hosts()).extracting(ScopeDeclaration::id).containsExactly("host:web1", "host:web2");
        ScopeDeclaration web1 = read.scopes().hosts().getFirst();
        assertThat(web1.parent()).isEqualTo("env:prod");
        assertThat(web1.system()).isEqualTo("x86_64-linux");
        assertThat(web1.imports()).extracting(Reference::name).containsExactly("env:base", "env:prod", "host:web2");
        assertThat(web1.tags()).extracting(Reference::name).containsExactly("web", "live");
        assertThat(web1.includes()).hasSize(2);
        assertThat(web1.bindings().getFirst().service()).isEqualTo("service:dns@web2");
        assertThat(web1.expose().getFirst().visibility()).isEqualTo("fleet");
        assertThat(web1.location()).hasToString("fleet.nix:6:3");
        assertThat(read.scopes().users()).extracting(ScopeDeclaration::id).containsExactly("user:ann@web1");
        assertThat(read.aspects().all())
                .extracting(Aspect::path)
                .containsExactly("disk", "disk.impermanence", "grafana", "pki");
        assertThat(read.scopes().defaultIncludes()).hasSize(1);
    }
}
