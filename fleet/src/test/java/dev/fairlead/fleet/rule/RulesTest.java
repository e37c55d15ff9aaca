package dev.fairlead.fleet.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.resolution.Resolution.Requirement;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What rules do to fleets, each written in a few lines. One file for all actions, queries and facts, though a long one: most
 * of it is the text of small fleets, and they share their beginnings.
 */
final class RulesTest {
    private static final String WEB = """
            den.hosts.x86_64-linux.h.includes = [ "web" ];
            den.aspects.web.meta.requires = [ "dns" ];
            den.aspects.dnsmasq.meta.provides = [ "dns" ];
            """;

    @TempDir
    private Path directory;

    private RuledFleet resolve(String den) {
        return RuledFleet.resolve(directory, den);
    }

    @Test
    void thePortRuleOfTheProposalIsOneErrorForEachCollision() {
        RuledFleet fleet = resolve("""
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
        RuledFleet fleet = resolve(WEB + """
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
        RuledFleet fleet = resolve(WEB + """
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
    void whatAnotherRuleMakesIsSeenByARuleThatRunsAfterIt() {
        RuledFleet fleet = resolve(WEB + """
                den.aspects.bind.meta.provides = [ "dns" ];
                den.rules.a-fallback = {
                  on = "host";
                  nac = host: fleet.servicesProviding "dns" != [ ];
                  produce = host: actions.include "dnsmasq";
                };
                den.rules.b-servers = { on = "service"; condition = sel.name "web"; produce = s: actions.include "bind"; };
                """);
        assertThat(fleet.findings()).isEmpty();
        assertThat(fleet.services()).containsExactly("service:bind@h", "service:web@h");
    }

    @Test
    void anExcludeDoesNotTakeAwayItsOwnReason() {
        RuledFleet fleet = resolve("""
                den.hosts.x86_64-linux.h.includes = [ "nginx" ];
                den.aspects.nginx.meta = { };
                den.rules.no-nginx = { on = "service"; condition = sel.name "nginx"; produce = s: actions.exclude "nginx"; };
                """);
        assertThat(fleet.findings()).isEmpty();
        assertThat(fleet.services()).isEmpty();
    }

    @Test
    void rulesFireOnWhatOtherRulesBring() {
        RuledFleet fleet = resolve("""
                den.hosts.x86_64-linux.h.includes = [ "a" ];
                den.aspects = lib.genAttrs [ "a" "b" "c" ] (n: { meta = { }; });
                den.rules.ab = { on = "service"; condition = sel.name "a"; produce = s: actions.include "b"; };
                den.rules.bc = { on = "service"; condition = sel.name "b"; produce = s: actions.include den.aspects.c; };
                """);
        assertThat(fleet.services()).containsExactly("service:a@h", "service:b@h", "service:c@h");
    }

    @Test
    void servicesProvideRequireAndAreBoundAsRulesSay() {
        RuledFleet fleet = resolve("""
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
        RuledFleet fleet = resolve("""
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
        RuledFleet fleet = resolve("""
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
    void rulesThatChooseDifferentlyWithTheSamePriorityAreOneFindingWithBoth() {
        String fleet = WEB + """
                den.default.includes = [ "dnsmasq" "bind" ];
                den.aspects.bind.meta.provides = [ "dns" ];
                den.rules = lib.mapAttrs (name: rule: {
                  on = "requirement";
                  inherit (rule) priority;
                  produce = r: [
                    (actions.bind { inherit (rule) to; })
                    (actions.backend { class = "reverse-proxy"; backend = rule.proxy; })
                  ];
                }) {
                  one = { priority = 1; to = "service:bind@h"; proxy = "caddy"; };
                  two = { priority = PRIORITY; to = "service:dnsmasq@h"; proxy = "nginx"; };
                };
                """;
        RuledFleet agreed = resolve(fleet.replace("PRIORITY", "2"));
        assertThat(agreed.findings()).isEmpty();
        assertThat(requirement(agreed).bound()).containsExactly("service:dnsmasq@h");
        RuledFleet torn = resolve(fleet.replace("PRIORITY", "1"));
        assertThat(torn.findings())
                .containsExactly(
                        "error[conflicting-definitions]: rule:one and rule:two bind dns of service:web@h to different"
                                + " services with the same priority.",
                        "error[conflicting-definitions]: rule:one and rule:two choose different backends for"
                                + " reverse-proxy on service:web@h with the same priority.");
        assertThat(requirement(torn).bound()).containsExactly("service:bind@h");
        assertThat(torn.resolution().findings().getFirst().related())
                .extracting(Finding.Related::message)
                .containsExactly("the other does it here");
    }

    private static Requirement requirement(RuledFleet fleet) {
        return fleet.resolution()
                .service("service:web@h")
                .orElseThrow()
                .requires()
                .getFirst();
    }

    @Test
    void settingsThatRulesMakeComeBeforeAllLayers() {
        RuledFleet fleet = resolve("""
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
    void aRuleThatMatchesKeepsThoseItOverridesFromFiring() {
        RuledFleet fleet = resolve("""
                den.hosts.x86_64-linux.h.tags = [ "special" ];
                den.hosts.x86_64-linux.i = { };
                den.rules.usual = { on = "host"; produce = h: actions.note "usual ${h.name}"; };
                den.rules.special = {
                  on = "host";
                  condition = sel.tag "special";
                  overrides = [ "usual" ];
                  produce = h: actions.note "special ${h.name}";
                };
                """);
        assertThat(fleet.findings()).containsExactly("note[rule]: special h", "note[rule]: usual i");
    }

    @Test
    void belowAnExclusiveRuleNoneFires() {
        RuledFleet fleet = resolve("""
                den.hosts.x86_64-linux.h = { };
                den.rules.low = { on = "host"; produce = h: actions.note "low"; };
                den.rules.high = { on = "host"; priority = 2; exclusive = true; produce = h: actions.note "high"; };
                den.rules.same = { on = "host"; priority = 2; produce = h: actions.note "same"; };
                """);
        assertThat(fleet.findings()).containsExactly("note[rule]: high", "note[rule]: same");
    }

    @Test
    void aRuleThatFailsIsOneFindingAndTheOthersStillRun() {
        RuledFleet fleet = resolve("""
                den.hosts.x86_64-linux.h = { };
                den.hosts.x86_64-linux.i = { };
                den.rules.bad = { on = "host"; produce = h: throw "no idea about ${h.name}"; };
                den.rules.good = { on = "host"; condition = sel.name "i"; produce = h: actions.note "fine"; };
                """);
        assertThat(fleet.findings())
                .containsExactlyInAnyOrder("error[evaluation]: no idea about h.", "note[rule]: fine");
    }

    @Test
    void whatARuleMayNotSayIsSaid() {
        assertThat(resolve("den.rules.r = { on = \"hots\"; produce = h: [ ]; };")
                        .findings())
                .singleElement()
                .asString()
                .startsWith("error[evaluation]: den.rules.r is on \"hots\", but facts are of the kinds ");
        assertThat(resolve("den.rules.r = { conditoin = h: true; produce = h: [ ]; };")
                        .onlyFinding()
                        .fix())
                .isEqualTo("did you mean \"condition\"?");
        assertThat(resolve("den.rules.r.on = \"host\";").findings())
                .containsExactly("error[evaluation]: den.rules.r has no \"produce\", so it does nothing.");
        assertThat(resolve("den.rules.r = 1;").findings())
                .containsExactly(
                        "error[evaluation]: den.rules.r must be a rule or a list of rules, but is an integer.");
    }

    @Test
    void whatAnActionMayNotBeGivenIsSaid() {
        assertThat(problem("null"))
                .isEqualTo("den.rules.r.produce must give an action or a list of actions, but gives null.");
        assertThat(problem("actions.tag 1"))
                .isEqualTo("den.rules.r: actions.tag.tag must be a string, but is an integer.");
        assertThat(problem("actions.require \"dns\""))
                .isEqualTo("den.rules.r: actions.require is about a service, but fires on host:h.");
        assertThat(problem("actions.tag { tag = \"x\"; scope = \"host:g\"; }"))
                .isEqualTo("den.rules.r: actions.tag names \"host:g\", which is no scope or service of this fleet.");
        assertThat(problem("actions.set { path = \"x.y\"; }")).isEqualTo("den.rules.r: actions.set needs \"value\".");
        assertThat(problem("actions.note { message = \"x\"; id = \"constraint\"; }"))
                .startsWith("den.rules.r: actions.note.id is none of ");
        assertThat(problem("actions.note \"\"")).isEqualTo("den.rules.r: actions.note says nothing.");
        assertThat(problem("actions.allocate \"x\""))
                .isEqualTo("den.rules.r: actions.allocate needs the number of a port, but gets a string.");
        assertThat(problem("fleet.facts \"hots\"")).startsWith("fleet.facts asks for the kind \"hots\"");
        assertThat(problem("fleet.servicesOf { aspct = \"a\"; }")).isEqualTo("fleet.servicesOf needs \"aspect\".");
    }

    @Test
    void aSettingWithoutAFieldIsNoSetting() {
        assertThat(problem("actions.set { path = \"x\"; value = 1; }"))
                .isEqualTo("rule:r sets \"x\", which names no setting: the path of one is that of its aspect, then its"
                        + " own.");
        assertThat(resolve("""
                        den.aspects.a.settings.n.default = 1;
                        den.hosts.x86_64-linux.h.includes = [ "a" ];
                        den.rules.r = { on = "host"; produce = host: actions.set { path = "a"; value = 1; }; };
                        """).onlyFinding().fix()).isEqualTo("write path = \"a.<setting>\"");
    }

    private String problem(String produced) {
        return resolve("""
                        den.hosts.x86_64-linux.h = { };
                        den.rules.r = { on = "host"; produce = host: %s; };
                        """.formatted(produced)).onlyFinding().message();
    }

    @Test
    void queriesAnswerFromTheHostOfTheFactUnlessToldWhere() {
        RuledFleet fleet = resolve("""
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
    void aFacetMayNotAskWhatOnlyRulesKnow() {
        assertThat(resolve("""
                        den.hosts.x86_64-linux.h.includes = [ "a" ];
                        den.aspects.a.meta.provides = fleet.services;
                        """).onlyFinding().message()).isEqualTo("fleet.services is asked where no rule runs.");
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
    void rulesThatComeWithFairleadHaveNamesAndGiveWayToThoseThatOverrideThem() {
        String fleet = """
                den.hosts.x86_64-linux.h.includes = [ "a" "b" "c" "d" ];
                den.aspects.a.ports.http = 80;
                den.aspects.b.ports.http = 80;
                den.aspects.c.ports.http = 81;
                den.aspects.d = { ports.http = 81; state.paths = [ "/d" ]; };
                """;
        assertThat(resolve(fleet).resolution().findings())
                .extracting(Finding::rule)
                .containsExactly("fairlead.port-collision", "fairlead.port-collision", "fairlead.uncovered-state");
        assertThat(resolve(fleet + """
                        den.rules.shared = {
                          on = "port";
                          condition = port: port.port == 80;
                          overrides = [ "fairlead.port-collision" ];
                          produce = [ ];
                        };
                        den.rules.lost = {
                          on = "channel-item";
                          condition = item: item.state && !item.kept;
                          overrides = [ "fairlead.uncovered-state" ];
                          produce = item: actions.note "${item.service} may be lost.";
                        };
                        """).findings())
                .containsExactly(
                        "error[port-collision]: Port 81 claimed by service:c, service:d on host:h.",
                        "note[rule]: service:d@h may be lost.");
    }

    @Test
    void channelsAndTheirReadersAreFacts() {
        RuledFleet fleet = resolve("""
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

    @Test
    void independentRulesOfOneShapeAreNoCircle() {
        RuledFleet fleet = resolve("""
                den.hosts.x86_64-linux.h = { };
                den.aspects.dnsmasq.meta.provides = [ "dns" ];
                den.aspects.chrony.meta.provides = [ "time" ];
                den.rules = lib.mapAttrs (capability: aspect: {
                  on = "host";
                  nac = host: fleet.servicesProviding capability != [ ];
                  produce = host: actions.include aspect;
                }) { dns = "dnsmasq"; time = "chrony"; };
                """);
        assertThat(fleet.findings()).isEmpty();
        assertThat(fleet.services()).hasSize(2);
    }

    @Test
    void rulesThatOnlyOtherHostsAreAboutAreNoCircle() {
        RuledFleet fleet = resolve("""
                den.hosts.x86_64-linux.h.tags = [ "small" ];
                den.hosts.x86_64-linux.i.tags = [ "large" ];
                den.aspects.dnsmasq.meta.provides = [ "dns" ];
                den.aspects.bind.meta.provides = [ "dns" ];
                den.rules = lib.mapAttrs (tag: aspect: {
                  on = "host";
                  condition = sel.tag tag;
                  nac = host: fleet.servicesProviding "dns" != [ ];
                  produce = host: actions.include aspect;
                }) { small = "dnsmasq"; large = "bind"; };
                """);
        assertThat(fleet.findings()).isEmpty();
        assertThat(fleet.services()).isEqualTo(List.of("service:bind@i", "service:dnsmasq@h"));
    }

    @Test
    void rulesThatEachLookForTheirOwnAreNoCircleHoweverTheyLook() {
        RuledFleet fleet = resolve("""
                den.hosts.x86_64-linux.h = { };
                den.aspects = lib.genAttrs [ "x" "y" ] (n: { meta = { }; });
                den.rules = lib.listToAttrs (map (n: lib.nameValuePair "tag-${n}" {
                  on = "host";
                  nac = host: builtins.elem n host.tags;
                  produce = host: actions.tag n;
                }) [ "x" "y" ]) // lib.listToAttrs (map (n: lib.nameValuePair "has-${n}" {
                  on = "host";
                  nac = sel.has n;
                  produce = host: actions.include n;
                }) [ "x" "y" ]);
                """);
        assertThat(fleet.findings()).isEmpty();
        assertThat(fleet.tags("host:h")).containsExactly("x", "y");
        assertThat(fleet.services()).containsExactly("service:x@h", "service:y@h");
    }

    @Test
    void anOverrideOfNoRuleIsSaidWithTheNearestName() {
        RuledFleet fleet = resolve("""
                den.hosts.x86_64-linux.h = { };
                den.rules.strict = { on = "host"; produce = h: actions.note "strict"; };
                den.rules.lenient = {
                  on = "host";
                  overrides = [ "strikt" "fairlead.constraints" ];
                  produce = h: actions.note "lenient";
                };
                """);
        assertThat(fleet.findings())
                .containsExactlyInAnyOrder(
                        "error[evaluation]: den.rules.lenient overrides \"strikt\", but there is no rule of that name.",
                        "note[rule]: strict",
                        "note[rule]: lenient");
    }

    @Test
    void whileARuleCannotBeReadNobodyIsBlamedForOverridingIt() {
        RuledFleet fleet = resolve("""
                den.hosts.x86_64-linux.h = { };
                den.rules.many = [ { on = "host"; identity = throw "who?"; produce = h: actions.note "many"; } ];
                den.rules.lenient = { on = "host"; overrides = [ "perhaps" ]; produce = h: [ ]; };
                """);
        assertThat(fleet.findings()).containsExactly("error[evaluation]: who?");
    }

    @Test
    void whatARuleNamesWronglyIsOneMistakeHoweverManyHostsItIsMadeFor() {
        RuledFleet fleet = resolve("""
                den.hosts.x86_64-linux = { h.includes = [ "web" ]; i = { }; };
                den.aspects.web.meta = { };
                den.rules.more = { on = "host"; produce = h: actions.include "wbe"; };
                den.rules.less = { on = "host"; produce = h: actions.exclude "weeb"; };
                """);
        assertThat(fleet.findings())
                .containsExactlyInAnyOrder(
                        "error[unknown-aspect]: rule:more includes \"wbe\", but den.aspects declares no such aspect.",
                        "error[unknown-aspect]: rule:less excludes \"weeb\", but den.aspects declares no such aspect.");
    }

    @Test
    void constraintsThatMeanNothingAreSaidOnce() {
        RuledFleet fleet = resolve("""
                den.hosts.x86_64-linux = { h.includes = [ "a" ]; i.includes = [ "a" ]; };
                den.aspects.a.meta.constraints = { maxHost = 1; per = "environmnt"; };
                """);
        assertThat(fleet.findings())
                .containsExactlyInAnyOrder(
                        "error[constraint]: den.aspects.a.meta.constraints.maxHost is none of"
                                + " maxHosts, maxInstances, minHosts, per.",
                        "error[constraint]: den.aspects.a.meta.constraints.per must be \"fleet\" or \"environment\".");
    }

    @Test
    void anAttributeOfAnIncludeThatMeansNothingIsSaid() {
        RuledFleet fleet = resolve("""
                den.hosts.x86_64-linux.h.includes = [ { aspect = "web"; instanc = "two"; } ];
                den.aspects.web.meta = { };
                """);
        assertThat(fleet.findings())
                .containsExactly(
                        "warning[unknown-attribute]: instanc in an include of host:h is not an attribute that Fairlead knows.");
    }
}
