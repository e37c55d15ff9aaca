package dev.fairlead.fleet.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.finding.FindingId;
import dev.fairlead.fleet.finding.Place;
import dev.fairlead.fleet.resolution.Resolution.Choice;
import dev.fairlead.fleet.resolution.Resolution.Requirement;
import dev.fairlead.fleet.resolution.Resolution.State;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which provider a requirement is bound to, and what is said where it is none or one too many. */
final class BindingsTest {
    @TempDir
    private Path directory;

    private ResolvedFleet resolve(String den) {
        return ResolvedFleet.of(directory, den);
    }

    private @Nullable String fix(String den) {
        return resolve(den).resolution().findings().stream()
                .filter(finding -> finding.id() == FindingId.DEPENDENCY_CYCLE)
                .findFirst()
                .orElseThrow()
                .fix();
    }

    @Test
    void aChoiceOfNoServiceIsOneMistakeWhoeverItIsMadeFor() {
        ResolvedFleet fleet = resolve("""
                den.fleet.bindings.dns = "service:dnsmaq@h";
                den.hosts.x86_64-linux.h.includes = [ "dnsmasq" "web" "mail" ];
                den.hosts.x86_64-linux.i.includes = [ "dnsmasq" "web" ];
                den.aspects.dnsmasq.meta.provides = [ "dns" ];
                den.aspects.web.meta.requires = [ "dns" ];
                den.aspects.mail.meta.requires = [ "dns" ];
                """);
        assertThat(fleet.resolution().findings())
                .extracting(Finding::message)
                .containsExactly("fleet binds capability:dns to service:dnsmaq@h, which is no service of this fleet.");
        assertThat(fleet.resolution().findings().getFirst().fix()).isEqualTo("bindings.dns = \"service:dnsmasq@h\";");
        assertThat(fleet.resolution().findings().getFirst().related())
                .extracting(related -> related.location().line())
                .containsExactly(7, 8);
    }

    @Test
    void aProviderThatIsExcludedIsNamedWithWhoKeepsItOut() {
        ResolvedFleet fleet = resolve("""
                den.environments.prod.excludes = [ "dnsmasq" ];
                den.hosts.x86_64-linux.h = { environment = "prod"; includes = [ "web" "dnsmasq" "bundle" ]; excludes = [ "bundle" ]; };
                den.aspects.web.meta.requires = [ "dns" "pki" ];
                den.aspects.dnsmasq.meta.provides = [ "dns" ];
                den.aspects.bundle.includes = [ "ca" ];
                den.aspects.ca.meta.provides = [ "pki" ];
                """);
        assertThat(fleet.resolution().findings())
                .extracting(Finding::fix)
                .containsExactly(
                        "take dnsmasq out of the excludes of env:prod", "take bundle out of the excludes of host:h");
        assertThat(fleet.resolution().findings())
                .flatExtracting(Finding::candidates)
                .extracting(candidate -> candidate.subject() + ": " + candidate.reason() + " " + candidate.location())
                .containsExactly(
                        "service:dnsmasq@h: would provide it, but env:prod excludes it fleet.nix:3:36",
                        "service:ca@h: would provide it, but host:h excludes service:bundle@h, which brings it fleet.nix:4:106");
    }

    @Test
    void whatAUserRunsFindsWhatTheHostOffers() {
        ResolvedFleet fleet = resolve("""
                den.hosts.x86_64-linux.h = { includes = [ "agent" ]; users.alice.includes = [ "mail" ]; };
                den.aspects.agent.meta.provides = [ "keys" ];
                den.aspects.mail.meta.requires = [ "keys" ];
                """);
        assertThat(fleet.bound("service:mail@alice@h", "keys")).containsExactly("service:agent@h");
        assertThat(fleet.service("service:mail@alice@h").host()).isEqualTo("h");
        assertThat(fleet.service("service:mail@alice@h").environment()).isEqualTo("default");
    }

    @Test
    void theNearestProviderWinsOverOneThatIsSeenEverywhere() {
        ResolvedFleet fleet = resolve("""
                den.hosts.x86_64-linux.far.includes = [ "global" ];
                den.hosts.x86_64-linux.near.includes = [ "local" "app" ];
                den.aspects.global.meta.provides.dns = { visibility = "fleet"; };
                den.aspects.local.meta.provides = [ "dns" ];
                den.aspects.app.meta.requires = [ "dns" ];
                """);
        assertThat(fleet.bound("service:app@near", "dns")).containsExactly("service:local@near");
    }

    @Test
    void aCapabilityIsSeenAsFarAsItsVisibility() {
        String fleet = """
                den.environments.prod = { };
                den.environments.lab = { };
                den.hosts.x86_64-linux.a = { environment = "prod"; includes = [ "dns" ]; };
                den.hosts.x86_64-linux.b = { environment = "prod"; includes = [ "app" ]; };
                den.hosts.x86_64-linux.c = { environment = "lab"; includes = [ "app" ]; };
                den.aspects.dns.meta.provides.names = { visibility = "%s"; };
                den.aspects.app.meta.requires = [ "names" ];
                """;
        ResolvedFleet host = resolve(fleet.formatted("host"));
        assertThat(host.requirement("service:app@b", "names").state()).isEqualTo(State.MISSING);
        ResolvedFleet environment = resolve(fleet.formatted("environment"));
        assertThat(environment.bound("service:app@b", "names")).containsExactly("service:dns@a");
        assertThat(environment.requirement("service:app@c", "names").state()).isEqualTo(State.MISSING);
        ResolvedFleet everywhere = resolve(fleet.formatted("fleet"));
        assertThat(everywhere.bound("service:app@c", "names")).containsExactly("service:dns@a");
    }

    @Test
    void aHostMayExposeWhatItDeploys() {
        ResolvedFleet fleet = resolve("""
                den.hosts.x86_64-linux.gateway = { includes = [ "dns" ]; expose.names = "fleet"; };
                den.hosts.x86_64-linux.b.includes = [ "app" ];
                den.aspects.dns.meta.provides = [ "names" ];
                den.aspects.app.meta.requires = [ "names" ];
                """);
        assertThat(fleet.bound("service:app@b", "names")).containsExactly("service:dns@gateway");
    }

    @Test
    void importingAHostShowsWhatItProvidesToItsOwnServices() {
        ResolvedFleet fleet = resolve("""
                den.hosts.x86_64-linux.a.includes = [ "dns" ];
                den.hosts.x86_64-linux.b = { imports = [ "a" ]; includes = [ "app" ]; };
                den.aspects.dns.meta.provides = [ "names" ];
                den.aspects.app.meta.requires = [ "names" ];
                """);
        Requirement requirement = fleet.requirement("service:app@b", "names");
        assertThat(requirement.bound()).containsExactly("service:dns@a");
        assertThat(requirement.paths().get("service:dns@a"))
                .extracting(step -> step.label() + " " + step.to())
                .containsExactly("P host:b", "I host:a", "D service:dns@a");
    }

    @Test
    void aServiceMayImportAnotherServiceByItself() {
        ResolvedFleet fleet = resolve("""
                den.hosts.x86_64-linux.a.includes = [ "dns" ];
                den.hosts.x86_64-linux.b.includes = [ "app" "other" ];
                den.aspects.dns.meta.provides = [ "names" ];
                den.aspects.app.meta = { imports = [ "service:dns@a" ]; requires = [ "names" ]; };
                den.aspects.other.meta.requires.names.cardinality = "optional";
                """);
        assertThat(fleet.bound("service:app@b", "names")).containsExactly("service:dns@a");
        assertThat(fleet.requirement("service:other@b", "names").state()).isEqualTo(State.OPTIONAL);
    }

    @Test
    void anInstanceServesTheServiceThatIncludesItAndNoOther() {
        ResolvedFleet fleet = resolve("""
                den.hosts.x86_64-linux.h.includes = [ "grafana" "wiki" ];
                den.aspects.grafana = {
                  includes = [ { aspect = den.aspects.proxy; instance = "grafana"; settings.upstream = "3000"; } ];
                  meta.requires = [ "http-proxy" ];
                };
                den.aspects.wiki.meta.requires.http-proxy.cardinality = "optional";
                den.aspects.proxy.meta.provides = [ "http-proxy" ];
                """);
        assertThat(fleet.messages()).isEmpty();
        assertThat(fleet.bound("service:grafana@h", "http-proxy")).containsExactly("service:proxy[grafana]@h");
        assertThat(fleet.bound("service:grafana@h", "service:proxy")).containsExactly("service:proxy[grafana]@h");
        assertThat(fleet.requirement("service:wiki@h", "http-proxy").state()).isEqualTo(State.OPTIONAL);
    }

    @Test
    void aServiceIsNeverItsOwnProvider() {
        ResolvedFleet fleet = resolve("""
                den.hosts.x86_64-linux.h.includes = [ "dns" ];
                den.aspects.dns.meta = { provides = [ "names" ]; requires = [ "names" ]; };
                """);
        assertThat(fleet.requirement("service:dns@h", "names").state()).isEqualTo(State.MISSING);
    }

    @Test
    void askingForAnAspectByNameIgnoresOthersThatProvideTheName() {
        ResolvedFleet fleet = resolve("""
                den.hosts.x86_64-linux.h.includes = [ "dns" "fake" "app" ];
                den.aspects.dns.meta = { };
                den.aspects.fake.meta.provides = [ "dns" ];
                den.aspects.app.meta.requires = [ "service:dns" ];
                """);
        assertThat(fleet.bound("service:app@h", "service:dns")).containsExactly("service:dns@h");
        assertThat(fleet.messages()).isEmpty();
    }

    @Test
    void manyTakesEveryReachableProviderAndSomeWantsAtLeastOne() {
        ResolvedFleet fleet = resolve("""
                den.hosts.x86_64-linux.a.includes = [ "exporter" ];
                den.hosts.x86_64-linux.b.includes = [ "exporter" "monitoring" ];
                den.aspects.exporter.meta.provides.metrics = { visibility = "fleet"; };
                den.aspects.monitoring.meta.requires = {
                  metrics.cardinality = "many";
                  logs.cardinality = "many";
                  traces.cardinality = "some";
                };
                """);
        assertThat(fleet.bound("service:monitoring@b", "metrics"))
                .containsExactly("service:exporter@b", "service:exporter@a");
        assertThat(fleet.requirement("service:monitoring@b", "logs").state()).isEqualTo(State.OPTIONAL);
        assertThat(fleet.messages())
                .isEqualTo("service:monitoring imports capability:traces,"
                        + " but no scope matching capability:traces exists in the graph.");
    }

    @Test
    void theNearestChoiceOfABindingDecidesBetweenEquallyNearProviders() {
        ResolvedFleet fleet = resolve("""
                den.fleet.bindings.http-proxy = "service:nginx@h";
                den.hosts.x86_64-linux.h = {
                  includes = [ "nginx" "caddy" "app" ];
                  bindings.http-proxy = "service:caddy";
                };
                den.aspects.nginx.meta.provides = [ "http-proxy" ];
                den.aspects.caddy.meta.provides = [ "http-proxy" ];
                den.aspects.app.meta.requires = [ "http-proxy" ];
                """);
        assertThat(fleet.messages()).isEmpty();
        assertThat(fleet.bound("service:app@h", "http-proxy")).containsExactly("service:caddy@h");
        assertThat(fleet.requirement("service:app@h", "http-proxy").choice())
                .isEqualTo(new Choice("host:h", "service:caddy", new Place("fleet.nix", 6, 3, 6, 22)));
    }

    @Test
    void whatARuleChoosesSaysThatTheRuleDidAndWhatTheGraphDecidesSaysNothing() {
        ResolvedFleet fleet = resolve("""
                den.hosts.x86_64-linux.h = {
                  includes = [ "nginx" "caddy" "app" "other" ];
                  bindings.http-proxy = "service:caddy";
                };
                den.aspects.nginx.meta.provides = [ "http-proxy" "web" ];
                den.aspects.caddy.meta.provides = [ "http-proxy" ];
                den.aspects.app.meta.requires = [ "http-proxy" "web" ];
                den.rules.proxy = {
                  on = "service";
                  condition = service: service.name == "app";
                  produce = service: actions.bind { service = service.id; capability = "http-proxy"; to = "service:nginx"; };
                };
                den.aspects.other = { };
                """);
        assertThat(fleet.messages()).isEmpty();
        assertThat(fleet.bound("service:app@h", "http-proxy")).containsExactly("service:nginx@h");
        Choice choice = Objects.requireNonNull(
                fleet.requirement("service:app@h", "http-proxy").choice());
        assertThat(choice.by()).isEqualTo("rule:proxy");
        assertThat(choice.service()).isEqualTo("service:nginx");
        assertThat(fleet.requirement("service:app@h", "web").choice()).isNull();
    }

    @Test
    void whatTwoListsNameIsRequiredOnce() {
        ResolvedFleet fleet = resolve("""
                den.hosts.x86_64-linux.h.includes = [ "app" ];
                den.aspects.app.meta = lib.mkMerge [ { requires = [ "dns" ]; } { requires = [ "dns" "service:dns" ]; } ];
                """);
        assertThat(fleet.resolution().services().getFirst().requires())
                .extracting(Requirement::capability)
                .containsExactly("dns", "service:dns");
        assertThat(fleet.resolution().findings()).hasSize(2);
    }

    @Test
    void theFixOfACycleIsWhatCanBeWrittenWhereTheRequirementIs() {
        String hosts = "den.hosts.x86_64-linux.h.includes = [ \"a\" \"b\" ];\n";
        assertThat(fix(hosts + """
                den.aspects.a.meta.requires = [ "b" ];
                den.aspects.b.meta.requires = [ "service:a" "other" ];
                den.aspects.b.meta.provides = [ "other" ];
                den.aspects.a.meta.provides = [ "other" ];
                """))
                .isEqualTo("if one of them can start without the other, say so in place of the list:"
                        + " den.aspects.b.meta.requires = { \"service:a\".late = true; other = { }; };");
        assertThat(fix(hosts + """
                den.aspects.a.meta.requires = [ "b" ];
                den.aspects.b.meta.requires.a.cardinality = "optional";
                """))
                .isEqualTo("if one of them can start without the other, say so:"
                        + " den.aspects.b.meta.requires.a.late = true;");
        assertThat(fix(hosts + """
                den.aspects.a = { includes = [ "b" ]; meta.provides = [ "x" ]; };
                den.aspects.b = { includes = [ "a" ]; meta.provides = [ "y" ]; };
                """)).isEqualTo("leave den.aspects.a out of den.aspects.b.includes");
    }

    @Test
    void aRuleThatChoosesNoServiceIsNamedAsTheOneWhoChooses() {
        ResolvedFleet fleet = resolve("""
                den.hosts.x86_64-linux.h.includes = [ "caddy" "app" ];
                den.hosts.x86_64-linux.i.includes = [ "caddy" "app" ];
                den.aspects.caddy.meta.provides = [ "http-proxy" ];
                den.aspects.app.meta.requires = [ "http-proxy" ];
                den.rules.proxy = {
                  on = "host";
                  produce = host: actions.bind { scope = host.id; capability = "http-proxy"; to = "service:cady"; };
                };
                """);
        assertThat(fleet.messages())
                .isEqualTo(
                        "rule:proxy binds capability:http-proxy to service:cady, which is no service of this fleet.");
        assertThat(fleet.resolution().findings().getFirst().fix())
                .isEqualTo("let the rule bind it to \"service:caddy@h\"");
    }

    @Test
    void aCycleMasksNoOtherFindingAndKeepsOnlyWhatStandsBehindItOutOfThePlan() {
        ResolvedFleet fleet = resolve("""
                den.hosts.x86_64-linux.h.includes = [ "a" "b" "behind" "free" ];
                den.aspects.a.meta.requires = [ "b" ];
                den.aspects.b.meta.requires = [ "a" ];
                den.aspects.behind.meta.requires = [ "a" "nothing" ];
                den.aspects.free.meta = { };
                """);
        assertThat(fleet.resolution().findings())
                .extracting(Finding::id)
                .containsExactlyInAnyOrder(FindingId.DEPENDENCY_CYCLE, FindingId.MISSING_DEPENDENCY);
        assertThat(fleet.resolution().plan()).containsExactly(List.of("service:free@h"));
    }

    @Test
    void aLateRequirementMayCloseACircle() {
        ResolvedFleet fleet = resolve("""
                den.hosts.x86_64-linux.h.includes = [ "a" "b" ];
                den.aspects.a.meta.requires = [ "b" ];
                den.aspects.b.meta.requires.a.late = true;
                """);
        assertThat(fleet.messages()).isEmpty();
        assertThat(fleet.resolution().plan()).containsExactly(List.of("service:b@h"), List.of("service:a@h"));
    }

    @Test
    void includingAnAspectThatProvidesSomethingIsADependencyOnIt() {
        ResolvedFleet fleet = resolve("""
                den.hosts.x86_64-linux.h.includes = [ "app" ];
                den.aspects.app.includes = [ "proxy" "plain" ];
                den.aspects.proxy.meta.provides = [ "http" ];
                den.aspects.plain.meta = { };
                """);
        assertThat(fleet.bound("service:app@h", "service:proxy")).containsExactly("service:proxy@h");
        assertThat(fleet.resolution().plan())
                .containsExactly(List.of("service:plain@h", "service:proxy@h"), List.of("service:app@h"));
    }
}
