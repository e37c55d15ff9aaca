package dev.fairlead.fleet.declare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.fleet.declare.merge.AspectPath;
import dev.fairlead.fleet.declare.merge.Definition;
import dev.fairlead.fleet.declare.merge.Modules;
import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.finding.FindingId;
import dev.fairlead.fleet.resolution.Resolution;
import dev.fairlead.fleet.resolution.Resolution.Provision;
import dev.fairlead.fleet.resolution.Resolution.Service;
import dev.fairlead.fleet.resolve.FleetResolver;
import dev.fairlead.fleet.resolve.WrittenFleet;
import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.value.AttrsBuilder;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.FunctionValue;
import dev.fairlead.nix.value.IntValue;
import dev.fairlead.nix.value.Printer;
import dev.fairlead.nix.value.Strictness;
import dev.fairlead.nix.value.Symbol;
import dev.fairlead.nix.value.Value;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What functions of a fleet see as {@code den}. */
final class FleetMergeTest {
    @TempDir
    private Path directory;

    private WrittenFleet fleet;

    @BeforeEach
    void start() {
        fleet = new WrittenFleet(directory);
    }

    /** What becomes of {@code den.fleet.x}, computed to the bottom. */
    private String x() {
        return with("fleet", value -> printed(attribute(value, "x")));
    }

    private <T> T with(String name, Function<Value, T> reader) {
        FleetInput input = fleet.input();
        return input.evaluator()
                .run(() -> reader.apply(
                        attribute(DeclarationReader.read(input).globals().den(), name)));
    }

    private static Value attribute(Value value, String name) {
        return Objects.requireNonNull(((AttrsValue) value.force()).get(name), name);
    }

    private static String printed(Value value) {
        Strictness.forceDeep(value);
        return Bytes.decode(Printer.print(value));
    }

    @Test
    void listsConcatenateInTheOrderOfPaths() {
        fleet.with("modules/b.nix", "{ den.fleet.x = [ \"b\" ]; }")
                .with("modules/a/z.nix", "{ den.fleet.x = [ \"a/z\" ]; }")
                .with("fleet.nix", "{ imports = [ ./extra.nix ]; den.fleet.x = [ \"fleet\" ]; }")
                .with("extra.nix", "{ den.fleet.x = [ \"extra\" ]; }");

        assertThat(x()).isEqualTo("[ \"extra\" \"fleet\" \"a/z\" \"b\" ]");
    }

    @Test
    void aDefinitionMayReadWhatOtherFilesDefine() {
        fleet.with("fleet.nix", "{ den, ... }: { den.fleet.x = den.fleet.y ++ [ den.environments.prod.zone ]; }")
                .with("modules/a.nix", "{ config, ... }: { den.fleet.y = [ config.den.fleet.name ]; }")
                .with(
                        "modules/b.nix",
                        "{ fleet, ... }: { den.fleet.name = \"n\"; den.environments.prod.zone = fleet.name; }");

        assertThat(x()).isEqualTo("[ \"n\" \"n\" ]");
    }

    @Test
    void aConflictIsSeenByItsReadersOnly() {
        fleet.with("fleet.nix", "{ den, ... }: { den.fleet.y = 1; den.fleet.z = 2; den.fleet.x = den.fleet.z; }")
                .with("modules/a.nix", "{ den.fleet.y = 2; den.fleet.z = 2; }");

        assertThat(x()).isEqualTo("2");
    }

    @Test
    void forceAndDefaultDecideBetweenFiles() {
        fleet.with("fleet.nix", "{ lib, ... }: { den.fleet.x = { a = lib.mkDefault 1; b = lib.mkForce 1; c = 1; }; }")
                .with("modules/a.nix", "{ lib, ... }: { den.fleet.x = { a = 2; b = 2; c = lib.mkIf false 2; }; }");

        assertThat(x()).isEqualTo("{ a = 2; b = 1; c = 1; }");
    }

    @Test
    void optionsTypesAndDerivationsAreNotTakenApart() {
        fleet.with("fleet.nix", "{ lib, ... }: { den.fleet.x = lib.mkOption { default = lib.mkIf false 1; }; }");

        assertThat(x())
                .isEqualTo("{ _type = \"option\"; default = { _type = \"if\"; condition = false; content = 1; }; }");
    }

    @Test
    void anAspectKnowsItsPathWhateverIsAddedToIt() {
        fleet.with("fleet.nix", """
                { den, ... }:
                {
                  den.aspects.disk.impermanence = { meta = { }; };
                  den.aspects.shell = { user, ... }: { meta = { }; };
                  den.aspects.copy = den.aspects.shell;
                  den.fleet.includes = [ den.aspects.disk.impermanence (den.aspects.disk.impermanence // { settings = { }; })
                    den.aspects.shell den.aspects.copy { meta = { }; } "disk" ];
                }
                """);
        List<String> paths = with("fleet", value -> {
            var declared = DeclarationReader.read(fleet.input());
            return declared.scopes().fleet().includes().stream()
                    .map(listed -> String.valueOf(AspectPath.of(listed.value())))
                    .toList();
        });

        assertThat(paths).containsExactly("disk.impermanence", "disk.impermanence", "shell", "copy", "null", "null");
    }

    @Test
    void whatAnAspectFunctionReturnsIsThatAspect() {
        fleet.with("fleet.nix", """
                { lib, ... }: { den.aspects.shell = { user, ... }: { includes = lib.mkIf true [ user ]; meta = lib.mkIf false 3; }; }
                """);
        String path = with("aspects", aspects -> {
            var function = (FunctionValue) attribute(aspects, "shell").force();
            assertThat(function.formals()).isNotNull();
            Value result = function.call(
                    new AttrsBuilder(1).add(Symbol.of("user"), IntValue.of(7)).build());
            assertThat(printed(attribute(result, "includes"))).isEqualTo("[ 7 ]");
            return String.valueOf(AspectPath.of(result));
        });

        assertThat(path).isEqualTo("shell");
    }

    @Test
    void settingsAndClassContentOfSeveralFilesAreSeveralModules() {
        fleet.with("fleet.nix", """
                { lib, ... }: { den.aspects.web = { nixos = { pkgs, ... }: { a = 1; }; settings.port = lib.mkOption { }; nginx = lib.mkIf false { }; }; }
                """).with("modules/a.nix", """
                { lib, ... }: { den.aspects.web = { nixos = lib.mkMerge [ { b = 2; } { c = 3; } ]; settings = { lib, ... }: { }; }; }
                """);
        fleet.assertNoFindings();

        with("aspects", aspects -> {
            Value web = attribute(aspects, "web");
            List<Definition> nixos = Modules.of(attribute(web, "nixos"), 0);
            assertThat(nixos)
                    .hasSize(3)
                    .allSatisfy(module -> assertThat(module.position()).isPositive());
            assertThat(nixos.getFirst().value()).isInstanceOf(FunctionValue.class);
            assertThat(printed(nixos.getLast().value())).isEqualTo("{ c = 3; }");
            assertThat(Modules.of(attribute(web, "settings"), 0)).hasSize(2);
            assertThat(printed(attribute(attribute(web, "nginx"), "_type"))).isEqualTo("\"if\"");
            return web;
        });
    }

    @Test
    void classesThatAFleetRegistersAreKnownToTheMerge() {
        fleet.with("fleet.nix", """
                { den.classes.quadlet.backend = "podman"; den.aspects.web = { quadlet = { host, ... }: { }; podman = { host, ... }: { }; }; }
                """).with("modules/a.nix", """
                { den.aspects.web = { quadlet = { host, ... }: { }; podman = { host, ... }: { }; }; }
                """);

        fleet.assertNoFindings();
        with("aspects", aspects -> {
            assertThat(Modules.of(attribute(attribute(aspects, "web"), "quadlet"), 0))
                    .hasSize(2);
            return aspects;
        });
    }

    @Test
    void anAspectMayBeAnotherNameForOneAroundIt() {
        fleet.with(
                "fleet.nix",
                "{ den, ... }: { den.aspects.web = { meta = { }; again = den.aspects.web; all = den.aspects; }; }");

        fleet.assertNoFindings();
        assertThat(fleet.read().aspects().all()).hasSizeBetween(1, 10);
    }

    @Test
    void whatIsConditionalInAnAspectIsDeployedOnlyIfItHolds() {
        fleet.with("fleet.nix", """
                { den, lib, ... }:
                {
                  den.hosts.x86_64-linux.web1 = { includes = [ (lib.mkIf false "lost") "web" ]; kind = "edge"; };
                  den.aspects.dns.meta.provides = [ "dns" ];
                  den.aspects.web = { host, ... }: {
                    includes = [ (lib.mkIf (host.kind == "edge") den.aspects.dns) (lib.mkIf (host.kind == "lab") "lost") ];
                    meta.requires = lib.mkIf (host.kind == "lab") [ "lost" ];
                    meta.provides = lib.mkMerge [ [ "http" ] (lib.mkIf true [ "https" ]) ];
                  };
                }
                """);
        Resolution resolution = FleetResolver.resolve(fleet.input());

        assertThat(resolution.findings()).isEmpty();
        assertThat(resolution.services())
                .extracting(Service::id)
                .containsExactly("service:dns@web1", "service:web@web1");
        assertThat(resolution.services().getLast().provides())
                .extracting(Provision::capability)
                .contains("http", "https");
    }

    @Test
    void aFileThatCannotBeParsedFailsTheFacetsThatImportItAndNothingElse() {
        fleet.with("fleet.nix", """
                {
                  den.hosts.x86_64-linux.web1.includes = [ "web" "dns" ];
                  den.aspects.web.meta.requires = import ./requires.nix;
                  den.aspects.dns.meta.provides = [ "dns" ];
                }
                """).with("requires.nix", "[ \"dns\"");
        Resolution resolution = FleetResolver.resolve(fleet.input());

        assertThat(resolution.findings()).extracting(Finding::id).containsExactly(FindingId.SYNTAX);
        assertThat(resolution.services()).hasSize(2);
    }
}
