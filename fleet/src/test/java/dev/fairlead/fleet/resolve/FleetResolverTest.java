package dev.fairlead.fleet.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.finding.FindingId;
import dev.fairlead.fleet.finding.Place;
import dev.fairlead.fleet.resolution.Resolution;
import dev.fairlead.fleet.resolution.Resolution.Choice;
import dev.fairlead.fleet.resolution.Resolution.Requirement;
import dev.fairlead.fleet.resolution.Resolution.Service;
import dev.fairlead.fleet.resolution.Resolution.State;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of whole fleets, each written in a few lines. */
final class FleetResolverTest {
    @TempDir
    private Path directory;

    private Resolution resolve(String den) {
        return WrittenFleet.resolve(directory, den);
    }

    private static List<String> ids(Resolution resolution) {
        return resolution.services().stream().map(Service::id).toList();
    }

    private static Requirement requirement(Resolution resolution, String service, String capability) {
        return resolution.service(service).orElseThrow().requires().stream()
                .filter(r -> r.capability().equals(capability))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> bound(Resolution resolution, String service, String capability) {
        return requirement(resolution, service, capability).bound();
    }

    private static String messages(Resolution resolution) {
        return resolution.findings().stream().map(Finding::message).collect(Collectors.joining("\n"));
    }

    @Test
    void a_host_gets_what_the_defaults_the_fleet_its_environment_and_itself_include() {
        Resolution resolution = resolve("""
                den.default.includes = [ "a" ];
                den.fleet.includes = [ "b" ];
                den.environments.base.includes = [ "c" ];
                den.environments.prod = { imports = [ "base" ]; includes = [ "d" ]; };
                den.hosts.x86_64-linux.h = { environment = "prod"; includes = [ den.aspects.e ]; };
                den.aspects = lib.genAttrs [ "a" "b" "c" "d" "e" "h" ] (n: { meta = { }; });
                """);
        assertThat(messages(resolution)).isEmpty();
        assertThat(ids(resolution))
                .containsExactly(
                        "service:a@h", "service:b@h", "service:c@h", "service:d@h", "service:e@h", "service:h@h");
    }

    @Test
    void a_choice_of_no_service_is_one_mistake_whoever_it_is_made_for() {
        Resolution resolution = resolve("""
                den.fleet.bindings.dns = "service:dnsmaq@h";
                den.hosts.x86_64-linux.h.includes = [ "dnsmasq" "web" "mail" ];
                den.hosts.x86_64-linux.i.includes = [ "dnsmasq" "web" ];
                den.aspects.dnsmasq.meta.provides = [ "dns" ];
                den.aspects.web.meta.requires = [ "dns" ];
                den.aspects.mail.meta.requires = [ "dns" ];
                """);
        assertThat(resolution.findings())
                .extracting(Finding::message)
                .containsExactly("fleet binds capability:dns to service:dnsmaq@h, which is no service of this fleet.");
        assertThat(resolution.findings().getFirst().fix()).isEqualTo("bindings.dns = \"service:dnsmasq@h\";");
        assertThat(resolution.findings().getFirst().related())
                .extracting(related -> related.location().line())
                .containsExactly(7, 8);
    }

    @Test
    void a_provider_that_is_excluded_is_named_with_who_keeps_it_out() {
        Resolution resolution = resolve("""
                den.environments.prod.excludes = [ "dnsmasq" ];
                den.hosts.x86_64-linux.h = { environment = "prod"; includes = [ "web" "dnsmasq" "bundle" ]; excludes = [ "bundle" ]; };
                den.aspects.web.meta.requires = [ "dns" "pki" ];
                den.aspects.dnsmasq.meta.provides = [ "dns" ];
                den.aspects.bundle.includes = [ "ca" ];
                den.aspects.ca.meta.provides = [ "pki" ];
                """);
        assertThat(resolution.findings())
                .extracting(Finding::fix)
                .containsExactly(
                        "take dnsmasq out of the excludes of env:prod", "take bundle out of the excludes of host:h");
        assertThat(resolution.findings())
                .flatExtracting(Finding::candidates)
                .extracting(candidate -> candidate.subject() + ": " + candidate.reason() + " " + candidate.location())
                .containsExactly(
                        "service:dnsmasq@h: would provide it, but env:prod excludes it fleet.nix:3:36",
                        "service:ca@h: would provide it, but host:h excludes service:bundle@h, which brings it fleet.nix:4:106");
    }

    @Test
    void what_an_aspect_would_provide_is_unknown_while_its_neededBy_is_broken() {
        Resolution resolution = resolve("""
                den.hosts.x86_64-linux.h.includes = [ "web" ];
                den.aspects.web.meta.requires = [ "dns" "pki" "mail" ];
                den.aspects.resolver = { neededBy = "web"; meta.provides = [ "dns" ]; includes = [ "ca" ]; };
                den.aspects.ca.meta.provides = [ "pki" ];
                den.aspects.postfix.meta.provides = [ "mail" ];
                """);
        assertThat(resolution.findings())
                .extracting(finding -> finding.id().text())
                .containsExactlyInAnyOrder("evaluation", "missing-dependency");
        assertThat(requirement(resolution, "service:web@h", "dns").state()).isEqualTo(State.UNKNOWN);
        assertThat(requirement(resolution, "service:web@h", "pki").state()).isEqualTo(State.UNKNOWN);
        assertThat(requirement(resolution, "service:web@h", "mail").state()).isEqualTo(State.MISSING);
    }

    @Test
    void an_aspect_reached_twice_is_one_service_that_remembers_both_ways() {
        Resolution resolution = resolve("""
                den.hosts.x86_64-linux.h.includes = [ "left" "right" ];
                den.aspects.left.includes = [ den.aspects.base ];
                den.aspects.right.includes = [ "base" ];
                den.aspects.base.meta = { };
                """);
        assertThat(resolution.service("service:base@h").orElseThrow().includedBy())
                .extracting(Resolution.Inclusion::by)
                .containsExactly("service:left@h", "service:right@h");
    }

    @Test
    void aspects_that_include_each_other_are_deployed_once_each() {
        Resolution resolution = resolve("""
                den.hosts.x86_64-linux.h.includes = [ "a" ];
                den.aspects.a.includes = [ "b" ];
                den.aspects.b.includes = [ "a" ];
                """);
        assertThat(ids(resolution)).containsExactly("service:a@h", "service:b@h");
    }

    @Test
    void an_inline_aspect_is_named_after_its_includer_and_its_place_in_the_list() {
        Resolution resolution = resolve("""
                den.hosts.x86_64-linux.h.includes = [ "a" { meta.provides = [ "x" ]; } ];
                den.aspects.a.meta.requires = [ "x" ];
                """);
        assertThat(bound(resolution, "service:a@h", "x")).containsExactly("service:h.2@h");
    }

    @Test
    void what_means_nothing_in_an_aspect_is_told_however_the_aspect_is_written() {
        assertThat(messages(resolve("""
                        den.hosts.x86_64-linux.h.includes = [ "f" "f2" { prots.http = 80; sub.nixos = { }; } ];
                        den.hosts.x86_64-linux.i.includes = [ "f" ];
                        den.aspects.f = { host, ... }: { nixo = { }; tools.cli.nixos = { }; };
                        den.aspects.f2.includes = [ ({ host, ... }: { unheardof = 1; }) ];
                        """)).lines())
                .containsExactly(
                        "(inline aspect in the includes of host:h).prots is not a facet, not content for a registered class, and not an aspect of"
                                + " its own.",
                        "den.aspects.f.nixo is not a facet, not content for a registered class, and not an aspect of its"
                                + " own.",
                        "(inline aspect in the includes of service:f2@h).unheardof is not a facet, not content for a registered class, and not an"
                                + " aspect of its own.");
    }

    @Test
    void a_changed_aspect_keeps_its_path() {
        Resolution resolution = resolve("""
                den.hosts.x86_64-linux.h.includes = [ (den.aspects.disk.root // { meta.provides = [ "y" ]; }) ];
                den.aspects.disk.root.meta.provides = [ "x" ];
                """);
        Service service = resolution.service("service:disk.root@h").orElseThrow();
        assertThat(service.provides())
                .extracting(Resolution.Provision::capability)
                .containsExactly("y");
    }

    @Test
    void functions_of_an_aspect_know_the_instance_and_null_where_there_is_none() {
        Resolution resolution = resolve("""
                den.hosts.x86_64-linux.h.includes = [ { aspect = "proxy"; instance = "blog"; } "proxy" ];
                den.aspects.proxy.meta.provides = { instance, ... }: [ (if instance == null then "any" else instance) ];
                """);
        assertThat(resolution.services().stream()
                        .map(service -> service.provides().getFirst().capability()))
                .containsExactly("any", "blog");
    }

    @Test
    void an_aspect_that_asks_for_a_user_is_deployed_for_each_user_of_the_host() {
        Resolution resolution = resolve("""
                den.hosts.x86_64-linux.h = { includes = [ "shell" ]; users.alice = { }; users.bob = { }; };
                den.aspects.shell = { user, host, ... }: { meta.provides = [ "shell-of-${user.name}-on-${host.name}" ]; };
                """);
        assertThat(ids(resolution)).containsExactly("service:shell@alice@h", "service:shell@bob@h");
        assertThat(resolution.service("service:shell@bob@h").orElseThrow().provides())
                .extracting(Resolution.Provision::capability)
                .containsExactly("shell-of-bob-on-h");
    }

    @Test
    void what_a_user_runs_finds_what_the_host_offers() {
        Resolution resolution = resolve("""
                den.hosts.x86_64-linux.h = { includes = [ "agent" ]; users.alice.includes = [ "mail" ]; };
                den.aspects.agent.meta.provides = [ "keys" ];
                den.aspects.mail.meta.requires = [ "keys" ];
                """);
        assertThat(bound(resolution, "service:mail@alice@h", "keys")).containsExactly("service:agent@h");
    }

    @Test
    void an_aspect_that_asks_for_what_no_scope_knows_is_inert_and_says_so() {
        Resolution resolution = resolve("""
                den.hosts.x86_64-linux.h.includes = [ "k3s" ];
                den.aspects.k3s = { cluster, ... }: { meta = { }; };
                """);
        assertThat(resolution.services()).isEmpty();
        assertThat(resolution.findings()).extracting(Finding::id).containsExactly(FindingId.INERT_ASPECT);
    }

    @Test
    void the_nearest_provider_wins_over_one_that_is_seen_everywhere() {
        Resolution resolution = resolve("""
                den.hosts.x86_64-linux.far.includes = [ "global" ];
                den.hosts.x86_64-linux.near.includes = [ "local" "app" ];
                den.aspects.global.meta.provides.dns = { visibility = "fleet"; };
                den.aspects.local.meta.provides = [ "dns" ];
                den.aspects.app.meta.requires = [ "dns" ];
                """);
        assertThat(bound(resolution, "service:app@near", "dns")).containsExactly("service:local@near");
    }

    @Test
    void a_capability_is_seen_as_far_as_its_visibility() {
        String fleet = """
                den.environments.prod = { };
                den.environments.lab = { };
                den.hosts.x86_64-linux.a = { environment = "prod"; includes = [ "dns" ]; };
                den.hosts.x86_64-linux.b = { environment = "prod"; includes = [ "app" ]; };
                den.hosts.x86_64-linux.c = { environment = "lab"; includes = [ "app" ]; };
                den.aspects.dns.meta.provides.names = { visibility = "%s"; };
                den.aspects.app.meta.requires = [ "names" ];
                """;
        Resolution host = resolve(fleet.formatted("host"));
        assertThat(requirement(host, "service:app@b", "names").state()).isEqualTo(State.MISSING);
        Resolution environment = resolve(fleet.formatted("environment"));
        assertThat(bound(environment, "service:app@b", "names")).containsExactly("service:dns@a");
        assertThat(requirement(environment, "service:app@c", "names").state()).isEqualTo(State.MISSING);
        Resolution everywhere = resolve(fleet.formatted("fleet"));
        assertThat(bound(everywhere, "service:app@c", "names")).containsExactly("service:dns@a");
    }

    @Test
    void a_host_may_expose_what_it_deploys() {
        Resolution resolution = resolve("""
                den.hosts.x86_64-linux.gateway = { includes = [ "dns" ]; expose.names = "fleet"; };
                den.hosts.x86_64-linux.b.includes = [ "app" ];
                den.aspects.dns.meta.provides = [ "names" ];
                den.aspects.app.meta.requires = [ "names" ];
                """);
        assertThat(bound(resolution, "service:app@b", "names")).containsExactly("service:dns@gateway");
    }

    @Test
    void importing_a_host_shows_what_it_provides_to_its_own_services() {
        Resolution resolution = resolve("""
                den.hosts.x86_64-linux.a.includes = [ "dns" ];
                den.hosts.x86_64-linux.b = { imports = [ "a" ]; includes = [ "app" ]; };
                den.aspects.dns.meta.provides = [ "names" ];
                den.aspects.app.meta.requires = [ "names" ];
                """);
        Requirement requirement = requirement(resolution, "service:app@b", "names");
        assertThat(requirement.bound()).containsExactly("service:dns@a");
        assertThat(requirement.paths().get("service:dns@a"))
                .extracting(step -> step.label() + " " + step.to())
                .containsExactly("P host:b", "I host:a", "D service:dns@a");
    }

    @Test
    void a_service_may_import_another_service_by_itself() {
        Resolution resolution = resolve("""
                den.hosts.x86_64-linux.a.includes = [ "dns" ];
                den.hosts.x86_64-linux.b.includes = [ "app" "other" ];
                den.aspects.dns.meta.provides = [ "names" ];
                den.aspects.app.meta = { imports = [ "service:dns@a" ]; requires = [ "names" ]; };
                den.aspects.other.meta.requires.names.cardinality = "optional";
                """);
        assertThat(bound(resolution, "service:app@b", "names")).containsExactly("service:dns@a");
        assertThat(requirement(resolution, "service:other@b", "names").state()).isEqualTo(State.OPTIONAL);
    }

    @Test
    void an_instance_serves_the_service_that_includes_it_and_no_other() {
        Resolution resolution = resolve("""
                den.hosts.x86_64-linux.h.includes = [ "grafana" "wiki" ];
                den.aspects.grafana = {
                  includes = [ { aspect = den.aspects.proxy; instance = "grafana"; settings.upstream = "3000"; } ];
                  meta.requires = [ "http-proxy" ];
                };
                den.aspects.wiki.meta.requires.http-proxy.cardinality = "optional";
                den.aspects.proxy.meta.provides = [ "http-proxy" ];
                """);
        assertThat(messages(resolution)).isEmpty();
        assertThat(bound(resolution, "service:grafana@h", "http-proxy")).containsExactly("service:proxy[grafana]@h");
        assertThat(bound(resolution, "service:grafana@h", "service:proxy")).containsExactly("service:proxy[grafana]@h");
        assertThat(requirement(resolution, "service:wiki@h", "http-proxy").state())
                .isEqualTo(State.OPTIONAL);
    }

    @Test
    void a_service_is_never_its_own_provider() {
        Resolution resolution = resolve("""
                den.hosts.x86_64-linux.h.includes = [ "dns" ];
                den.aspects.dns.meta = { provides = [ "names" ]; requires = [ "names" ]; };
                """);
        assertThat(requirement(resolution, "service:dns@h", "names").state()).isEqualTo(State.MISSING);
    }

    @Test
    void asking_for_an_aspect_by_name_ignores_others_that_provide_the_name() {
        Resolution resolution = resolve("""
                den.hosts.x86_64-linux.h.includes = [ "dns" "fake" "app" ];
                den.aspects.dns.meta = { };
                den.aspects.fake.meta.provides = [ "dns" ];
                den.aspects.app.meta.requires = [ "service:dns" ];
                """);
        assertThat(bound(resolution, "service:app@h", "service:dns")).containsExactly("service:dns@h");
        assertThat(messages(resolution)).isEmpty();
    }

    @Test
    void many_takes_every_reachable_provider_and_some_wants_at_least_one() {
        Resolution resolution = resolve("""
                den.hosts.x86_64-linux.a.includes = [ "exporter" ];
                den.hosts.x86_64-linux.b.includes = [ "exporter" "monitoring" ];
                den.aspects.exporter.meta.provides.metrics = { visibility = "fleet"; };
                den.aspects.monitoring.meta.requires = {
                  metrics.cardinality = "many";
                  logs.cardinality = "many";
                  traces.cardinality = "some";
                };
                """);
        assertThat(bound(resolution, "service:monitoring@b", "metrics"))
                .containsExactly("service:exporter@b", "service:exporter@a");
        assertThat(requirement(resolution, "service:monitoring@b", "logs").state())
                .isEqualTo(State.OPTIONAL);
        assertThat(messages(resolution))
                .isEqualTo("service:monitoring imports capability:traces,"
                        + " but no scope matching capability:traces exists in the graph.");
    }

    @Test
    void the_nearest_choice_of_a_binding_decides_between_equally_near_providers() {
        Resolution resolution = resolve("""
                den.fleet.bindings.http-proxy = "service:nginx@h";
                den.hosts.x86_64-linux.h = {
                  includes = [ "nginx" "caddy" "app" ];
                  bindings.http-proxy = "service:caddy";
                };
                den.aspects.nginx.meta.provides = [ "http-proxy" ];
                den.aspects.caddy.meta.provides = [ "http-proxy" ];
                den.aspects.app.meta.requires = [ "http-proxy" ];
                """);
        assertThat(messages(resolution)).isEmpty();
        assertThat(bound(resolution, "service:app@h", "http-proxy")).containsExactly("service:caddy@h");
        assertThat(requirement(resolution, "service:app@h", "http-proxy").choice())
                .isEqualTo(new Choice("host:h", "service:caddy", new Place("fleet.nix", 6, 3, 6, 22)));
    }

    @Test
    void what_a_rule_chooses_says_that_the_rule_did_and_what_the_graph_decides_says_nothing() {
        Resolution resolution = resolve("""
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
        assertThat(messages(resolution)).isEmpty();
        assertThat(bound(resolution, "service:app@h", "http-proxy")).containsExactly("service:nginx@h");
        Choice choice = Objects.requireNonNull(
                requirement(resolution, "service:app@h", "http-proxy").choice());
        assertThat(choice.by()).isEqualTo("rule:proxy");
        assertThat(choice.service()).isEqualTo("service:nginx");
        assertThat(requirement(resolution, "service:app@h", "web").choice()).isNull();
    }

    @Test
    void what_two_lists_name_is_required_once() {
        Resolution resolution = resolve("""
                den.hosts.x86_64-linux.h.includes = [ "app" ];
                den.aspects.app.meta = lib.mkMerge [ { requires = [ "dns" ]; } { requires = [ "dns" "service:dns" ]; } ];
                """);
        assertThat(resolution.services().getFirst().requires())
                .extracting(Requirement::capability)
                .containsExactly("dns", "service:dns");
        assertThat(resolution.findings()).hasSize(2);
    }

    @Test
    void the_fix_of_a_cycle_is_what_can_be_written_where_the_requirement_is() {
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

    private @Nullable String fix(String den) {
        return resolve(den).findings().stream()
                .filter(finding -> finding.id() == FindingId.DEPENDENCY_CYCLE)
                .findFirst()
                .orElseThrow()
                .fix();
    }

    @Test
    void content_may_ask_for_what_its_class_says_that_the_target_gives() {
        assertThat(messages(resolve("""
                        den.classes.homeManager.args = [ "osConfig" ];
                        den.classes.nixos.args.self = { };
                        den.hosts.x86_64-linux.h.includes = [ "a" ];
                        den.aspects.a = {
                          nixos = { pkgs, config, host, settings, self, ... }: { };
                          homeManager = { osConfig, other ? 1, ... }: { };
                        };
                        """))).isEmpty();
        assertThat(messages(resolve("""
                        den.hosts.x86_64-linux = { h.includes = [ "a" ]; i.includes = [ "a" ]; };
                        den.aspects.a.homeManager = { osConfig, ... }: { };
                        """)))
                .isEqualTo(
                        "den.aspects.a.homeManager asks for \"osConfig\", which content for homeManager does not get.");
    }

    @Test
    void a_rule_that_chooses_no_service_is_named_as_the_one_who_chooses() {
        Resolution resolution = resolve("""
                den.hosts.x86_64-linux.h.includes = [ "caddy" "app" ];
                den.hosts.x86_64-linux.i.includes = [ "caddy" "app" ];
                den.aspects.caddy.meta.provides = [ "http-proxy" ];
                den.aspects.app.meta.requires = [ "http-proxy" ];
                den.rules.proxy = {
                  on = "host";
                  produce = host: actions.bind { scope = host.id; capability = "http-proxy"; to = "service:cady"; };
                };
                """);
        assertThat(messages(resolution))
                .isEqualTo(
                        "rule:proxy binds capability:http-proxy to service:cady, which is no service of this fleet.");
        assertThat(resolution.findings().getFirst().fix()).isEqualTo("let the rule bind it to \"service:caddy@h\"");
    }

    @Test
    void a_cycle_masks_no_other_finding_and_keeps_only_what_stands_behind_it_out_of_the_plan() {
        Resolution resolution = resolve("""
                den.hosts.x86_64-linux.h.includes = [ "a" "b" "behind" "free" ];
                den.aspects.a.meta.requires = [ "b" ];
                den.aspects.b.meta.requires = [ "a" ];
                den.aspects.behind.meta.requires = [ "a" "nothing" ];
                den.aspects.free.meta = { };
                """);
        assertThat(resolution.findings())
                .extracting(Finding::id)
                .containsExactlyInAnyOrder(FindingId.DEPENDENCY_CYCLE, FindingId.MISSING_DEPENDENCY);
        assertThat(resolution.plan()).containsExactly(List.of("service:free@h"));
    }

    @Test
    void a_late_requirement_may_close_a_circle() {
        Resolution resolution = resolve("""
                den.hosts.x86_64-linux.h.includes = [ "a" "b" ];
                den.aspects.a.meta.requires = [ "b" ];
                den.aspects.b.meta.requires.a.late = true;
                """);
        assertThat(messages(resolution)).isEmpty();
        assertThat(resolution.plan()).containsExactly(List.of("service:b@h"), List.of("service:a@h"));
    }

    @Test
    void including_an_aspect_that_provides_something_is_a_dependency_on_it() {
        Resolution resolution = resolve("""
                den.hosts.x86_64-linux.h.includes = [ "app" ];
                den.aspects.app.includes = [ "proxy" "plain" ];
                den.aspects.proxy.meta.provides = [ "http" ];
                den.aspects.plain.meta = { };
                """);
        assertThat(bound(resolution, "service:app@h", "service:proxy")).containsExactly("service:proxy@h");
        assertThat(resolution.plan())
                .containsExactly(List.of("service:plain@h", "service:proxy@h"), List.of("service:app@h"));
    }

    @Test
    void what_cannot_be_evaluated_makes_its_readers_unknown_and_spoils_nothing_else() {
        Resolution resolution = resolve("""
                den.hosts.x86_64-linux.h.includes = [ "broken" "reader" "fine" "app" ];
                den.aspects.broken.meta.provides = throw "no idea";
                den.aspects.reader.meta.requires = [ "something" ];
                den.aspects.fine.meta.provides = [ "names" ];
                den.aspects.app.meta.requires = [ "names" ];
                """);
        assertThat(messages(resolution)).isEqualTo("no idea.");
        assertThat(requirement(resolution, "service:reader@h", "something").state())
                .isEqualTo(State.UNKNOWN);
        assertThat(bound(resolution, "service:app@h", "names")).containsExactly("service:fine@h");
    }

    @Test
    void a_fact_that_fails_hides_nothing_that_is_missing_elsewhere() {
        Resolution resolution = resolve("""
                den.environments.prod = { };
                den.hosts.x86_64-linux.a = { environment = "prod"; includes = [ "broken" "reader" ]; };
                den.hosts.x86_64-linux.b = { environment = "prod"; includes = [ "reader" ]; };
                den.hosts.x86_64-linux.c = { environment = "pord"; includes = throw "no includes"; };
                den.aspects.broken.meta.provides = throw "no idea";
                den.aspects.reader.meta.requires = [ "something" ];
                """);
        assertThat(resolution.findings())
                .extracting(Finding::id)
                .containsExactlyInAnyOrder(
                        FindingId.EVALUATION,
                        FindingId.EVALUATION,
                        FindingId.UNKNOWN_ENVIRONMENT,
                        FindingId.MISSING_DEPENDENCY);
        assertThat(requirement(resolution, "service:reader@a", "something").state())
                .isEqualTo(State.UNKNOWN);
        assertThat(requirement(resolution, "service:reader@b", "something").state())
                .isEqualTo(State.MISSING);
    }

    @Test
    void settings_come_from_the_nearest_scope_leaf_by_leaf_and_last_from_the_schema() {
        Resolution resolution = resolve("""
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
        assertThat(messages(resolution)).isEmpty();
        assertThat(resolution
                        .service("service:web@h")
                        .orElseThrow()
                        .provides()
                        .getFirst()
                        .data())
                .hasToString(
                        "Fields[fields={domain=Text[value=h.example], port=Whole[value=8080], tls=Truth[value=true]}]");
    }

    @Test
    void equal_fleets_have_equal_resolutions() {
        String fleet = """
                den.hosts.x86_64-linux.h.includes = [ "a" "b" ];
                den.aspects.a.meta.requires = [ "x" "y" ];
                den.aspects.b.meta.provides = [ "x" ];
                """;
        assertThat(resolve(fleet)).isEqualTo(resolve(fleet));
    }
}
