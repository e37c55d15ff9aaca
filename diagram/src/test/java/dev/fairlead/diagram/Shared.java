package dev.fairlead.diagram;

import static dev.fairlead.diagram.Resolutions.service;

import dev.fairlead.fleet.resolution.Coordination;
import dev.fairlead.fleet.resolution.Coordination.Channel;
import dev.fairlead.fleet.resolution.Coordination.ChannelItem;
import dev.fairlead.fleet.resolution.Coordination.Consumer;
import dev.fairlead.fleet.resolution.Coordination.PortClaim;
import dev.fairlead.fleet.resolution.Coordination.Setting;
import dev.fairlead.fleet.resolution.Coordination.Source;
import dev.fairlead.fleet.resolution.Coordination.StateClaim;
import dev.fairlead.fleet.resolution.Firing;
import dev.fairlead.fleet.resolution.Resolution;
import dev.fairlead.fleet.resolution.Resolution.Data;
import dev.fairlead.fleet.resolution.Resolution.Edge;
import dev.fairlead.fleet.resolution.Resolution.Edge.EdgeState;
import dev.fairlead.fleet.resolution.Resolution.Inclusion;
import dev.fairlead.fleet.resolution.Resolution.Provision;
import dev.fairlead.fleet.resolution.Resolution.Requirement;
import dev.fairlead.fleet.resolution.Resolution.Scope;
import dev.fairlead.fleet.resolution.Resolution.Service;
import dev.fairlead.fleet.resolution.Resolution.State;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A fleet of two hosts in which something of every kind is shared, and something of every kind is wrong. */
public final class Shared {
    private static final String WEB = "service:web@one";
    private static final String DB = "service:db@two";
    private static final String BACKUP = "service:backup@two";

    private Shared() {}

    public static Resolution fleet() {
        var scopes = List.of(
                scope("env:prod", "environment", "prod", "fleet"),
                scope("fleet", "fleet", "fleet", null),
                scope("host:one", "host", "one", "env:prod"),
                scope("host:two", "host", "two", "env:prod"),
                scope("user:ann@one", "user", "ann", "host:one"));
        var edges = List.of(
                new Edge(BACKUP, DB, Edge.Kind.CHANNEL, "backup-targets", EdgeState.RESOLVED),
                new Edge(DB, BACKUP, Edge.Kind.REQUIRES, "backup", EdgeState.CYCLE),
                new Edge(BACKUP, DB, Edge.Kind.REQUIRES, "db", EdgeState.CYCLE),
                new Edge(WEB, DB, Edge.Kind.REQUIRES, "db", EdgeState.AMBIGUOUS),
                new Edge(WEB, "missing:dns", Edge.Kind.REQUIRES, "dns", EdgeState.MISSING));
        return new Resolution(
                "shared",
                scopes,
                services(),
                List.of(),
                edges.stream().sorted().toList(),
                List.of(List.of("service:shell@ann@one"), List.of(WEB)),
                coordination(),
                List.of());
    }

    private static List<Service> services() {
        return List.of(
                deployed(
                        service("backup", null, "host:two", "two"),
                        List.of(require("db", State.CYCLE, DB)),
                        List.of("nixos"),
                        "host:two",
                        null),
                deployed(
                        service("db", null, "host:two", "two"),
                        List.of(require("backup", State.CYCLE, BACKUP)),
                        List.of("nixos"),
                        "rule:stateful",
                        null),
                deployed(
                        service("shell", null, "user:ann@one", "one"),
                        List.of(),
                        List.of("homeManager"),
                        "user:ann@one",
                        0),
                deployed(
                        service("web", null, "host:one", "one"),
                        List.of(
                                require("db", State.AMBIGUOUS, DB),
                                require("dns", State.MISSING, null),
                                require("mail", State.UNKNOWN, null)),
                        List.of("nixos", "reverse-proxy"),
                        "host:one",
                        1));
    }

    private static Service deployed(
            Service plain, List<Requirement> requires, List<String> classes, String by, @Nullable Integer wave) {
        var provides = List.of(new Provision(plain.name(), "environment", new Data.Nothing(), null));
        return new Service(
                plain.id(),
                plain.name(),
                plain.instance(),
                plain.scope(),
                plain.host(),
                "prod",
                plain.visibility(),
                provides,
                requires,
                classes,
                List.of(new Inclusion(by, null)),
                wave,
                null);
    }

    private static Requirement require(String capability, State state, @Nullable String bound) {
        return new Requirement(
                capability, "one", false, state, bound == null ? List.of() : List.of(bound), Map.of(), null, null);
    }

    private static Scope scope(String id, String kind, String name, @Nullable String parent) {
        return new Scope(
                id,
                kind,
                name,
                parent,
                id.equals("host:one") ? List.of("host:two") : List.of(),
                List.of(),
                new TreeMap<>(),
                null);
    }

    private static Coordination coordination() {
        var settings = new TreeMap<String, Setting>();
        settings.put(
                "web.port",
                new Setting(
                        new Data.Whole(8080),
                        "replace",
                        null,
                        null,
                        List.of(
                                new Source("rule:ports", new Data.Whole(8080), null, true),
                                new Source("env:prod", new Data.Whole(443), null, false),
                                new Source("default", new Data.Whole(80), null, false)),
                        List.of()));
        var byScope = new TreeMap<>(Map.of("host:one", new TreeMap<>(settings)));
        var channels = new TreeMap<String, Channel>();
        channels.put(
                "backup-targets",
                new Channel(
                        "What has to be kept.",
                        List.of(item(DB), item(DB), item(WEB)),
                        List.of(new Consumer(BACKUP, List.of(DB, DB), null))));
        channels.put("names", new Channel(null, List.of(item(WEB)), List.of(new Consumer(WEB, List.of(WEB), null))));
        var chosen = new TreeMap<String, SortedMap<String, String>>();
        chosen.put("env:prod", new TreeMap<>(Map.of("reverse-proxy", "caddy")));
        var claims = List.of(
                port("web", 80, WEB),
                port("metrics", 80, DB).on("one"),
                port("sql", 5432, DB).on("two"));
        return new Coordination(
                new TreeMap<>(byScope),
                channels,
                claims.stream().map(Claim::claim).toList(),
                List.of(
                        new StateClaim(DB, new Data.Text("/var/lib/db"), List.of(BACKUP), null),
                        new StateClaim(WEB, new Data.Text("/var/www"), List.of(), null)),
                chosen,
                List.of(
                        new Firing("ports", "host:one", "set", "host:one", "web.port", null),
                        new Firing("stateful", "host:two", "include", "host:two", "db", null),
                        new Firing(
                                "stateful", "requirement:" + WEB + "/db", "error", WEB, "Two could be meant.", null)),
                new TreeMap<>());
    }

    private static ChannelItem item(String service) {
        return new ChannelItem(service, new Data.Text("x"), "fleet", null);
    }

    private static Claim port(String name, int number, String by) {
        return new Claim(name, number, by, "one");
    }

    private record Claim(String name, int number, String by, String host) {
        Claim on(String other) {
            return new Claim(name, number, by, other);
        }

        PortClaim claim() {
            return new PortClaim(host, name, "tcp", number, number, "0.0.0.0", true, by, "fixed", null, null, null);
        }
    }
}
