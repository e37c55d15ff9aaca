package dev.fairlead.fleet.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.resolution.Resolution.Requirement;
import dev.fairlead.fleet.resolve.ResolvedFleet;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What rules see and do, each in a fleet of a few lines. */
final class RulesTest {
    private static final String WEB = """
            den.hosts.x86_64-linux.h.includes = [ "web" ];
            den.aspects.web.meta.requires = [ "dns" ];
            den.aspects.dnsmasq.meta.provides = [ "dns" ];
            """;

    @TempDir
    private Path directory;

    private ResolvedFleet resolve(String den) {
        return ResolvedFleet.of(directory, den);
    }

    @Test
    void thePortRuleOfTheProposalIsOneErrorForEachCollision() {
        ResolvedFleet fleet = resolve("""
                den.hosts.x86_64-linux.h.includes = [ "caddy" "nginx" "other" ];
                den.hosts.x86_64-linux.i.includes = [ "caddy" ];
                den.aspects = lib.genAttrs [ "caddy" "nginx" ] (n: { ports.http = 80; }) // { other.ports.http = 81; };
                den.rules.ports = gen-derive.mkRule {
                  condition = ctx: ctx ? port && ctx ? service;
                  nac = ctx: let users = fleet.servicesUsingPort ctx.port; in builtins.length users <= 1;
                  produce = ctx: let users = fleet.servicesUsingPort ctx.port; in
                    actions.error "Port ${toString ctx.port} claimed by ${lib.concatStringsSep ", " users}";
                };
                """);
        assertThat(fleet.findings())
                .filteredOn(finding -> finding.startsWith("error[rule]"))
                .containsExactly("error[rule]: Port 80 claimed by service:caddy@h, service:nginx@h");
    }

    @Test
    void aFindingListsTheFactsThatLedToItAndItsRule() {
        Finding finding = resolve("""
                        den.hosts.x86_64-linux.h.includes = [ "a" "b" ];
                        den.aspects.a.meta = { };
                        den.aspects.b.meta = { };
                        den.rules.few = { on = "service"; produce = s: actions.warn "few"; };
                        """).onlyFinding();
        assertThat(finding.rule()).isEqualTo("few");
        assertThat(finding.subject()).isEqualTo("service:a@h");
        assertThat(finding.related())
                .extracting(Finding.Related::message)
                .containsExactly("service:a@h", "service:b@h", "the rule");
    }

    @Test
    void aRuleMayIncludeWhatItFindsMissing() {
        ResolvedFleet fleet = resolve(WEB + """
                den.rules.dns = {
                  on = "host";
                  nac = host: fleet.servicesProviding "dns" != [ ];
                  produce = host: actions.include "dnsmasq";
                };
                """);
        assertThat(fleet.findings()).isEmpty();
        assertThat(fleet.services()).containsExactly("service:dnsmasq@h", "service:web@h");
        assertThat(fleet.resolution()
                        .service("service:dnsmasq@h")
                        .orElseThrow()
                        .includedBy()
                        .getFirst()
                        .by())
                .isEqualTo("rule:dns");
    }

    @Test
    void aRuleMayMeetTheRequirementItFiresOn() {
        ResolvedFleet fleet = resolve(WEB + """
                den.rules.dns = {
                  on = "requirement";
                  condition = sel.attrs { capability = "dns"; };
                  nac = requirement: requirement.state == "bound";
                  produce = requirement: actions.include "dnsmasq";
                };
                """);
        assertThat(fleet.findings()).isEmpty();
    }

    @Test
    void rulesFireOnWhatOtherRulesBring() {
        ResolvedFleet fleet = resolve("""
                den.hosts.x86_64-linux.h.includes = [ "a" ];
                den.aspects = lib.genAttrs [ "a" "b" "c" ] (n: { meta = { }; });
                den.rules.ab = { on = "service"; condition = sel.name "a"; produce = s: actions.include "b"; };
                den.rules.bc = { on = "service"; condition = sel.name "b"; produce = s: actions.include den.aspects.c; };
                """);
        assertThat(fleet.services()).containsExactly("service:a@h", "service:b@h", "service:c@h");
    }

    @Test
    void servicesProvideRequireAndAreBoundAsRulesSay() {
        ResolvedFleet fleet = resolve("""
                den.hosts.x86_64-linux.h.includes = [ "web" "one" "two" ];
                den.aspects = lib.genAttrs [ "web" "one" "two" ] (n: { meta = { }; });
                den.rules.proxies = {
                  on = "service";
                  condition = { aspect, ... }: aspect != "web";
                  produce = s: actions.provide { capability = "proxy"; data.port = 80; };
                };
                den.rules.web = [
                  { on = "service"; condition = sel.name "web"; produce = s: actions.require "proxy"; }
                  {
                    on = "requirement";
                    condition = sel.attrs { capability = "proxy"; };
                    produce = r: actions.bind { to = "service:two@h"; };
                  }
                ];
                """);
        assertThat(fleet.findings()).isEmpty();
        Requirement proxy = fleet.resolution()
                .service("service:web@h")
                .orElseThrow()
                .requires()
                .getFirst();
        assertThat(proxy.bound()).containsExactly("service:two@h");
    }

    @Test
    void rulesAndSelectorsSeeTheSettingsOfAScopeAsTheyCascade() {
        ResolvedFleet fleet = resolve("""
                den.fleet.settings.web.workers = 3;
                den.environments.prod.settings.web.port = 443;
                den.hosts.x86_64-linux.h = { environment = "prod"; includes = [ "web" ]; settings.web.port = 80; };
                den.hosts.x86_64-linux.i.includes = [ "web" ];
                den.aspects.web.settings = {
                  port = lib.mkOption { default = 8080; };
                  workers = lib.mkOption { default = 1; };
                };
                den.rules.hosts = {
                  on = [ "host" "environment" ];
                  condition = h: h.settings.web.workers == 3;
                  produce = h: actions.note "${h.id} has ${toString h.settings.web.port}";
                };
                den.rules.chosen = {
                  condition = sel.and [ (sel.kind "host") (sel.when (h: h.settings.web.port == 8080)) ];
                  produce = h: actions.note "${h.id} is chosen";
                };
                """);
        assertThat(fleet.findings())
                .containsExactlyInAnyOrder(
                        "note[rule]: env:default has 8080",
                        "note[rule]: env:prod has 443",
                        "note[rule]: host:h has 80",
                        "note[rule]: host:i has 8080",
                        "note[rule]: host:i is chosen");
    }

    @Test
    void tagsThatRulesGiveAreThoseOfWhatLiesInside() {
        ResolvedFleet fleet = resolve("""
                den.environments.prod.tags = [ "live" ];
                den.hosts.x86_64-linux.h = { environment = "prod"; includes = [ "web" ]; };
                den.aspects.web.meta.tags = [ "http" ];
                den.rules.watch = { on = "environment"; condition = sel.tag "live"; produce = e: actions.tag "watched"; };
                den.rules.mark = { on = "service"; condition = sel.tag "http"; produce = s: actions.tag "marked"; };
                den.rules.see = {
                  on = [ "host" "service" ];
                  condition = sel.tag "watched";
                  produce = f: actions.note "${f.id} ${builtins.toJSON f.tags}";
                };
                """);
        assertThat(fleet.findings())
                .containsExactly(
                        "note[rule]: host:h [\"live\",\"watched\"]",
                        "note[rule]: service:web@h [\"http\",\"marked\",\"live\",\"watched\"]");
        assertThat(fleet.tags("host:h")).containsExactly("live", "watched");
    }

    @Test
    void settingsThatRulesMakeComeBeforeAllLayers() {
        ResolvedFleet fleet = resolve("""
                den.hosts.x86_64-linux.h = { includes = [ "web" ]; settings.web.port = 81; };
                den.aspects.web.settings.port = { type = lib.types.port; default = 80; };
                den.rules.port = { on = "host"; produce = h: actions.set { path = "web.port"; value = 8080; }; };
                den.rules.told = {
                  on = "setting";
                  produce = { field, value, layer, ... }: actions.note "${field} is ${toString value} by ${layer}";
                };
                """);
        assertThat(fleet.findings()).containsExactly("note[rule]: port is 8080 by rule:port");
    }

    @Test
    void queriesAnswerFromTheHostOfTheFactUnlessToldWhere() {
        ResolvedFleet fleet = resolve("""
                den.environments.prod = { };
                den.hosts.x86_64-linux.h = { environment = "prod"; includes = [ "dns" "app" ]; };
                den.hosts.x86_64-linux.i = { environment = "prod"; includes = [ "dns" ]; };
                den.hosts.x86_64-linux.j.includes = [ "dns" ];
                den.aspects.dns = { meta.provides = [ "names" ]; ports.dns = 53; };
                den.aspects.app.meta.requires = [ "names" ];
                den.rules.asks = {
                  on = "host";
                  condition = sel.name "h";
                  produce = host: map (n: actions.note (builtins.toJSON n)) [
                    (fleet.servicesProviding "names")
                    (fleet.servicesProviding { capability = "names"; host = "i"; })
                    (fleet.servicesProviding { capability = "dns"; environment = "prod"; })
                    (fleet.count.servicesProviding { capability = "names"; host = null; })
                    (fleet.servicesRequiring "names")
                    (fleet.servicesUsingPort { port = 53; host = "host:j"; })
                    (fleet.count.servicesOf den.aspects.app)
                    fleet.hosts
                    (fleet.count.services + 10)
                    (fleet.fact "service:app@h").environment
                    (fleet.select (sel.within (sel.name "prod")))
                  ];
                };
                """);
        assertThat(fleet.findings())
                .containsExactlyInAnyOrder(
                        "note[rule]: [\"service:dns@h\"]",
                        "note[rule]: [\"service:dns@i\"]",
                        "note[rule]: [\"service:dns@h\",\"service:dns@i\"]",
                        "note[rule]: 3",
                        "note[rule]: [\"service:app@h\"]",
                        "note[rule]: [\"service:dns@j\"]",
                        "note[rule]: 1",
                        "note[rule]: [\"host:h\",\"host:i\",\"host:j\"]",
                        "note[rule]: 14",
                        "note[rule]: \"prod\"",
                        "note[rule]: [\"host:h\",\"host:i\",\"service:app@h\",\"service:dns@h\",\"service:dns@i\"]");
    }

    @Test
    void constraintsAreToldOncePerPlaceTheyAreFor() {
        String den = """
                den.environments.e = { };
                den.environments.f = { };
                den.hosts.x86_64-linux.h = { environment = "e"; includes = [ "a" ]; };
                den.hosts.x86_64-linux.i = { environment = "f"; includes = [ "a" ]; };
                den.aspects.a.meta.constraints = { %s };
                """;
        assertThat(resolve(den.formatted("maxHosts = 1;")).findings())
                .containsExactly("error[constraint]: service:a runs on 2 hosts, but its meta.constraints allow no more"
                        + " than 1.");
        assertThat(resolve(den.formatted("maxHosts = 1; per = \"environment\";"))
                        .findings())
                .isEmpty();
        assertThat(resolve(den.formatted("minHosts = 2; per = \"environment\";"))
                        .findings())
                .containsExactly(
                        "error[constraint]: service:a runs on 1 host of env:e, but its meta.constraints allow no fewer"
                                + " than 2.",
                        "error[constraint]: service:a runs on 1 host of env:f, but its meta.constraints allow no fewer"
                                + " than 2.");
        assertThat(resolve(den.formatted("maxInstances = 1;")).findings())
                .containsExactly("error[constraint]: service:a runs 2 times, but its meta.constraints allow no more"
                        + " than 1.");
    }

    @Test
    void aFindingSaysOfOtherFactsWhatTheRuleSaysOfThem() {
        Finding finding = resolve("""
                        den.hosts.x86_64-linux.h.includes = [ "web" "near" ];
                        den.aspects.web.meta = { };
                        den.aspects.near.meta = { };
                        den.rules.lonely = {
                          on = "service";
                          condition = sel.name "web";
                          produce = s: actions.warn {
                            message = "${fleet.brief s.id} is alone.";
                            related = [ "host:h" { fact = s.id; message = "the lonely one"; } "service:none@h" ];
                            candidates = { fact = "service:near@h"; reason = "is near, but shy"; };
                          };
                        };
                        """).onlyFinding();
        assertThat(finding.message()).isEqualTo("service:web is alone.");
        assertThat(finding.related())
                .extracting(Finding.Related::message)
                .containsExactly("host:h", "the lonely one", "the rule");
        assertThat(finding.candidates())
                .extracting(candidate -> candidate.subject() + " " + candidate.reason())
                .containsExactly("service:near@h is near, but shy");
    }

    @Test
    void channelsAndTheirReadersAreFacts() {
        ResolvedFleet fleet = resolve("""
                den.hosts.x86_64-linux.h.includes = [ "a" "b" ];
                den.channels.targets = { description = "what to watch"; coverage = "required"; };
                den.aspects.a.pipe.targets.data = 1;
                den.aspects.b.nixos = { pipes, ... }: { x = pipes.targets; };
                den.rules = lib.genAttrs [ "channel" "channel-reader" "channel-item" ] (kind: {
                  on = kind;
                  produce = f: actions.note (builtins.toJSON (removeAttrs f [ "readers" ]));
                });
                """);
        assertThat(fleet.findings())
                .containsExactlyInAnyOrder(
                        "note[rule]: {\"description\":\"what to watch\",\"id\":\"channel:targets\",\"items\":1,"
                                + "\"kind\":\"channel\",\"name\":\"targets\",\"required\":true}",
                        "note[rule]: {\"channel\":\"targets\",\"consumed\":true,\"doubtful\":false,\"host\":\"h\","
                                + "\"id\":\"channel-item:service:a@h/targets\",\"kept\":false,\"kind\":\"channel-item\","
                                + "\"name\":\"targets\",\"required\":true,\"scope\":\"host:h\",\"seenIn\":\"host:h\","
                                + "\"service\":\"service:a@h\",\"state\":false,\"value\":1,\"visibility\":\"host\"}",
                        "note[rule]: {\"channel\":\"targets\",\"host\":\"h\","
                                + "\"id\":\"channel-reader:service:b@h/targets\",\"items\":1,"
                                + "\"kind\":\"channel-reader\",\"name\":\"targets\",\"service\":\"service:b@h\"}");
    }
}
