package dev.fairlead.fleet.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.resolution.Resolution.Requirement;
import dev.fairlead.fleet.resolve.ResolvedFleet;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which rules run before, instead of, and against each other. */
final class RuleOrderTest {
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

    private static Requirement requirement(ResolvedFleet fleet) {
        return fleet.resolution()
                .service("service:web@h")
                .orElseThrow()
                .requires()
                .getFirst();
    }

    @Test
    void whatAnotherRuleMakesIsSeenByARuleThatRunsAfterIt() {
        ResolvedFleet fleet = resolve(WEB + """
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
        ResolvedFleet fleet = resolve("""
                den.hosts.x86_64-linux.h.includes = [ "nginx" ];
                den.aspects.nginx.meta = { };
                den.rules.no-nginx = { on = "service"; condition = sel.name "nginx"; produce = s: actions.exclude "nginx"; };
                """);
        assertThat(fleet.findings()).isEmpty();
        assertThat(fleet.services()).isEmpty();
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
        ResolvedFleet agreed = resolve(fleet.replace("PRIORITY", "2"));
        assertThat(agreed.findings()).isEmpty();
        assertThat(requirement(agreed).bound()).containsExactly("service:dnsmasq@h");
        ResolvedFleet torn = resolve(fleet.replace("PRIORITY", "1"));
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

    @Test
    void aRuleThatMatchesKeepsThoseItOverridesFromFiring() {
        ResolvedFleet fleet = resolve("""
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
        ResolvedFleet fleet = resolve("""
                den.hosts.x86_64-linux.h = { };
                den.rules.low = { on = "host"; produce = h: actions.note "low"; };
                den.rules.high = { on = "host"; priority = 2; exclusive = true; produce = h: actions.note "high"; };
                den.rules.same = { on = "host"; priority = 2; produce = h: actions.note "same"; };
                """);
        assertThat(fleet.findings()).containsExactly("note[rule]: high", "note[rule]: same");
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
    void independentRulesOfOneShapeAreNoCircle() {
        ResolvedFleet fleet = resolve("""
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
        ResolvedFleet fleet = resolve("""
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
        ResolvedFleet fleet = resolve("""
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
}
