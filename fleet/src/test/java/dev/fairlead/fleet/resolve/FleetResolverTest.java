package dev.fairlead.fleet.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.finding.FindingId;
import dev.fairlead.fleet.resolution.Resolution;
import dev.fairlead.fleet.resolution.Resolution.Service;
import dev.fairlead.fleet.resolution.Resolution.State;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of whole fleets, each written in a few lines: which services there are, and in what state. */
final class FleetResolverTest {
    @TempDir
    private Path directory;

    private ResolvedFleet resolve(String den) {
        return ResolvedFleet.of(directory, den);
    }

    @Test
    void aHostGetsWhatTheDefaultsTheFleetItsEnvironmentAndItselfInclude() {
        ResolvedFleet fleet = resolve("""
                den.default.includes = [ "a" ];
                den.fleet.includes = [ "b" ];
                den.environments.base.includes = [ "c" ];
                den.environments.prod = { imports = [ "base" ]; includes = [ "d" ]; };
                den.hosts.x86_64-linux.h = { environment = "prod"; includes = [ den.aspects.e ]; };
                den.aspects = lib.genAttrs [ "a" "b" "c" "d" "e" "h" ] (n: { meta = { }; });
                """);
        assertThat(fleet.messages()).isEmpty();
        assertThat(fleet.services())
                .containsExactly(
                        "service:a@h", "service:b@h", "service:c@h", "service:d@h", "service:e@h", "service:h@h");
    }

    @Test
    void whatAnAspectWouldProvideIsUnknownWhileItsNeededByIsBroken() {
        ResolvedFleet fleet = resolve("""
                den.hosts.x86_64-linux.h.includes = [ "web" ];
                den.aspects.web.meta.requires = [ "dns" "pki" "mail" ];
                den.aspects.resolver = { neededBy = "web"; meta.provides = [ "dns" ]; includes = [ "ca" ]; };
                den.aspects.ca.meta.provides = [ "pki" ];
                den.aspects.postfix.meta.provides = [ "mail" ];
                """);
        assertThat(fleet.resolution().findings())
                .extracting(finding -> finding.id().text())
                .containsExactlyInAnyOrder("evaluation", "missing-dependency");
        assertThat(fleet.requirement("service:web@h", "dns").state()).isEqualTo(State.UNKNOWN);
        assertThat(fleet.requirement("service:web@h", "pki").state()).isEqualTo(State.UNKNOWN);
        assertThat(fleet.requirement("service:web@h", "mail").state()).isEqualTo(State.MISSING);
    }

    @Test
    void anAspectReachedTwiceIsOneServiceThatRemembersBothWays() {
        ResolvedFleet fleet = resolve("""
                den.hosts.x86_64-linux.h.includes = [ "left" "right" ];
                den.aspects.left.includes = [ den.aspects.base ];
                den.aspects.right.includes = [ "base" ];
                den.aspects.base.meta = { };
                """);
        assertThat(fleet.resolution().service("service:base@h").orElseThrow().includedBy())
                .extracting(Resolution.Inclusion::by)
                .containsExactly("service:left@h", "service:right@h");
    }

    @Test
    void aspectsThatIncludeEachOtherAreDeployedOnceEach() {
        ResolvedFleet fleet = resolve("""
                den.hosts.x86_64-linux.h.includes = [ "a" ];
                den.aspects.a.includes = [ "b" ];
                den.aspects.b.includes = [ "a" ];
                """);
        assertThat(fleet.services()).containsExactly("service:a@h", "service:b@h");
    }

    @Test
    void anInlineAspectIsNamedAfterItsIncluderAndItsPlaceInTheList() {
        ResolvedFleet fleet = resolve("""
                den.hosts.x86_64-linux.h.includes = [ "a" { meta.provides = [ "x" ]; } ];
                den.aspects.a.meta.requires = [ "x" ];
                """);
        assertThat(fleet.bound("service:a@h", "x")).containsExactly("service:h.2@h");
    }

    @Test
    void whatMeansNothingInAnAspectIsToldHoweverTheAspectIsWritten() {
        assertThat(resolve("""
                        den.hosts.x86_64-linux.h.includes = [ "f" "f2" { prots.http = 80; sub.nixos = { }; } ];
                        den.hosts.x86_64-linux.i.includes = [ "f" ];
                        den.aspects.f = { host, ... }: { nixo = { }; tools.cli.nixos = { }; };
                        den.aspects.f2.includes = [ ({ host, ... }: { unheardof = 1; }) ];
                        """).messages().lines())
                .containsExactly(
                        "(inline aspect in the includes of host:h).prots is not a facet, not content for a registered class, and not an aspect of"
                                + " its own.",
                        "den.aspects.f.nixo is not a facet, not content for a registered class, and not an aspect of its"
                                + " own.",
                        "(inline aspect in the includes of service:f2@h).unheardof is not a facet, not content for a registered class, and not an"
                                + " aspect of its own.");
    }

    @Test
    void aChangedAspectKeepsItsPath() {
        ResolvedFleet fleet = resolve("""
                den.hosts.x86_64-linux.h.includes = [ (den.aspects.disk.root // { meta.provides = [ "y" ]; }) ];
                den.aspects.disk.root.meta.provides = [ "x" ];
                """);
        Service service = fleet.resolution().service("service:disk.root@h").orElseThrow();
        assertThat(service.provides())
                .extracting(Resolution.Provision::capability)
                .containsExactly("y");
    }

    @Test
    void functionsOfAnAspectKnowTheInstanceAndNullWhereThereIsNone() {
        ResolvedFleet fleet = resolve("""
                den.hosts.x86_64-linux.h.includes = [ { aspect = "proxy"; instance = "blog"; } "proxy" ];
                den.aspects.proxy.meta.provides = { instance, ... }: [ (if instance == null then "any" else instance) ];
                """);
        assertThat(fleet.resolution().services().stream()
                        .map(service -> service.provides().getFirst().capability()))
                .containsExactly("any", "blog");
    }

    @Test
    void anAspectThatAsksForAUserIsDeployedForEachUserOfTheHost() {
        ResolvedFleet fleet = resolve("""
                den.hosts.x86_64-linux.h = { includes = [ "shell" ]; users.alice = { }; users.bob = { }; };
                den.aspects.shell = { user, host, ... }: { meta.provides = [ "shell-of-${user.name}-on-${host.name}" ]; };
                """);
        assertThat(fleet.services()).containsExactly("service:shell@alice@h", "service:shell@bob@h");
        assertThat(fleet.resolution()
                        .service("service:shell@bob@h")
                        .orElseThrow()
                        .provides())
                .extracting(Resolution.Provision::capability)
                .containsExactly("shell-of-bob-on-h");
    }

    @Test
    void anAspectThatAsksForWhatNoScopeKnowsIsInertAndSaysSo() {
        ResolvedFleet fleet = resolve("""
                den.hosts.x86_64-linux.h.includes = [ "k3s" ];
                den.aspects.k3s = { cluster, ... }: { meta = { }; };
                """);
        assertThat(fleet.resolution().services()).isEmpty();
        assertThat(fleet.resolution().findings()).extracting(Finding::id).containsExactly(FindingId.INERT_ASPECT);
    }

    @Test
    void contentMayAskForWhatItsClassSaysThatTheTargetGives() {
        assertThat(resolve("""
                        den.classes.homeManager.args = [ "osConfig" ];
                        den.classes.nixos.args.self = { };
                        den.hosts.x86_64-linux.h.includes = [ "a" ];
                        den.aspects.a = {
                          nixos = { pkgs, config, host, settings, self, ... }: { };
                          homeManager = { osConfig, other ? 1, ... }: { };
                        };
                        """).messages()).isEmpty();
        assertThat(resolve("""
                        den.hosts.x86_64-linux = { h.includes = [ "a" ]; i.includes = [ "a" ]; };
                        den.aspects.a.homeManager = { osConfig, ... }: { };
                        """).messages())
                .isEqualTo(
                        "den.aspects.a.homeManager asks for \"osConfig\", which content for homeManager does not get.");
    }

    @Test
    void whatCannotBeEvaluatedMakesItsReadersUnknownAndSpoilsNothingElse() {
        ResolvedFleet fleet = resolve("""
                den.hosts.x86_64-linux.h.includes = [ "broken" "reader" "fine" "app" ];
                den.aspects.broken.meta.provides = throw "no idea";
                den.aspects.reader.meta.requires = [ "something" ];
                den.aspects.fine.meta.provides = [ "names" ];
                den.aspects.app.meta.requires = [ "names" ];
                """);
        assertThat(fleet.messages()).isEqualTo("no idea.");
        assertThat(fleet.requirement("service:reader@h", "something").state()).isEqualTo(State.UNKNOWN);
        assertThat(fleet.bound("service:app@h", "names")).containsExactly("service:fine@h");
    }

    @Test
    void aFactThatFailsHidesNothingThatIsMissingElsewhere() {
        ResolvedFleet fleet = resolve("""
                den.environments.prod = { };
                den.hosts.x86_64-linux.a = { environment = "prod"; includes = [ "broken" "reader" ]; };
                den.hosts.x86_64-linux.b = { environment = "prod"; includes = [ "reader" ]; };
                den.hosts.x86_64-linux.c = { environment = "pord"; includes = throw "no includes"; };
                den.aspects.broken.meta.provides = throw "no idea";
                den.aspects.reader.meta.requires = [ "something" ];
                """);
        assertThat(fleet.resolution().findings())
                .extracting(Finding::id)
                .containsExactlyInAnyOrder(
                        FindingId.EVALUATION,
                        FindingId.EVALUATION,
                        FindingId.UNKNOWN_ENVIRONMENT,
                        FindingId.MISSING_DEPENDENCY);
        assertThat(fleet.requirement("service:reader@a", "something").state()).isEqualTo(State.UNKNOWN);
        assertThat(fleet.requirement("service:reader@b", "something").state()).isEqualTo(State.MISSING);
    }

    @Test
    void settingsComeFromTheNearestScopeLeafByLeafAndLastFromTheSchema() {
        ResolvedFleet fleet = resolve("""
                den.environments.prod.settings.web = { domain = "prod.example"; tls = true; };
                den.hosts.x86_64-linux.h = { environment = "prod"; settings.web.domain = "h.example"; includes = [ "web" ]; };
                den.aspects.web = {
                  settings = { lib, ... }: {
                    options.port = lib.mkOption { type = lib.types.port; default = 8080; };
                    options.domain = lib.mkOption { type = lib.types.str; };
                    options.tls = lib.mkEnableOption "TLS";
                  };
                  meta = { settings, ... }: {
                    provides.site = { inherit (settings) domain tls port; };
                  };
                };
                """);
        assertThat(fleet.messages()).isEmpty();
        assertThat(fleet.resolution()
                        .service("service:web@h")
                        .orElseThrow()
                        .provides()
                        .getFirst()
                        .data())
                .hasToString(
                        "Fields[fields={domain=Text[value=h.example], port=Whole[value=8080], tls=Truth[value=true]}]");
    }

    @Test
    void equalFleetsHaveEqualResolutions() {
        String fleet = """
                den.hosts.x86_64-linux.h.includes = [ "a" "b" ];
                den.aspects.a.meta.requires = [ "x" "y" ];
                den.aspects.b.meta.provides = [ "x" ];
                """;
        assertThat(resolve(fleet)).isEqualTo(resolve(fleet));
    }
}
