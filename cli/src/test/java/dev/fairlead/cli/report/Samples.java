package dev.fairlead.cli.report;

import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.finding.Finding.Candidate;
import dev.fairlead.fleet.finding.Finding.Related;
import dev.fairlead.fleet.finding.FindingId;
import dev.fairlead.fleet.finding.Place;
import dev.fairlead.fleet.finding.Severity;
import dev.fairlead.fleet.resolution.Coordination;
import dev.fairlead.fleet.resolution.Resolution;
import dev.fairlead.fleet.resolution.Resolution.Data;
import dev.fairlead.fleet.resolution.Resolution.Edge;
import dev.fairlead.fleet.resolution.Resolution.Edge.EdgeState;
import dev.fairlead.fleet.resolution.Resolution.Edge.Kind;
import dev.fairlead.fleet.resolution.Resolution.Inclusion;
import dev.fairlead.fleet.resolution.Resolution.Provision;
import dev.fairlead.fleet.resolution.Resolution.Requirement;
import dev.fairlead.fleet.resolution.Resolution.Scope;
import dev.fairlead.fleet.resolution.Resolution.Service;
import dev.fairlead.fleet.resolution.Resolution.State;
import dev.fairlead.fleet.resolution.Resolution.Step;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A small fleet, resolved by hand: grafana → monitoring → dns → data-mesher, which is on another host. */
public final class Samples {
    private static final String SOURCE = """
            {
              den.aspects.monitoring.meta.requires = [ "dns" "pki" ];
              den.aspects.dns.meta.requires = [ "data-mesher" ];
              den.hosts.x86_64-linux.server1.includes = [ "grafana" ];
              den.hosts.x86_64-linux.server2.includes = [ "data-mesher" ];
            }
            """;

    /** The lines of {@code fleet.nix}, which the places of the samples are in. */
    public static final SourceLines SOURCES = (file, line) ->
            file.equals("fleet.nix") && line <= 6 ? SOURCE.lines().toList().get(line - 1) : null;

    private Samples() {}

    /** A place on one line of {@code fleet.nix}. */
    static Place at(int line, int column, int endColumn) {
        return new Place("fleet.nix", line, column, line, endColumn);
    }

    /** The fleet as described above: one error. */
    public static Resolution broken() {
        return fleet(List.of(missing()));
    }

    /** The same fleet with other findings, or none. */
    public static Resolution fleet(List<Finding> findings) {
        return new Resolution(
                "home",
                scopes(),
                List.of(
                        service("data-mesher", "server2", List.of(), 0),
                        service(
                                "dns",
                                "server1",
                                List.of(requirement("data-mesher", State.MISSING, "", at(3, 37, 50))),
                                0),
                        service(
                                "grafana",
                                "server1",
                                List.of(requirement("monitoring", State.BOUND, "monitoring", null)),
                                2),
                        service(
                                "monitoring",
                                "server1",
                                List.of(
                                        requirement("dns", State.BOUND, "dns", at(2, 44, 49)),
                                        requirement("pki", State.OPTIONAL, "", at(2, 50, 55))),
                                1)),
                List.of(),
                List.of(
                        new Edge(
                                "service:dns@server1",
                                "missing:data-mesher",
                                Kind.REQUIRES,
                                "data-mesher",
                                EdgeState.MISSING),
                        new Edge(
                                "service:grafana@server1",
                                "service:monitoring@server1",
                                Kind.REQUIRES,
                                "monitoring",
                                EdgeState.RESOLVED),
                        new Edge(
                                "service:monitoring@server1",
                                "service:dns@server1",
                                Kind.REQUIRES,
                                "dns",
                                EdgeState.RESOLVED)),
                List.of(
                        List.of("service:data-mesher@server2", "service:dns@server1"),
                        List.of("service:monitoring@server1"),
                        List.of("service:grafana@server1")),
                Coordination.NONE,
                findings);
    }

    /** A provider exists and is not in scope. */
    public static Finding missing() {
        return Finding.of(
                        FindingId.MISSING_DEPENDENCY, "service:dns imports service:data-mesher, which is not in scope.")
                .subject("service:dns@server1")
                .at(at(3, 37, 50))
                .chain(List.of(
                        "service:grafana@server1",
                        "service:monitoring@server1",
                        "service:dns@server1",
                        "service:data-mesher"))
                .searched(List.of("service:dns@server1", "host:server1", "env:default", "fleet"))
                .candidates(List.of(
                        new Candidate("service:data-mesher@server2", "is visible in host:server2 only", at(5, 47, 60))))
                .fix("den.hosts.x86_64-linux.server2.expose.data-mesher = \"environment\";")
                .build();
    }

    static Finding warning() {
        return Finding.of(FindingId.UNKNOWN_ATTRIBUTE, "den.hosts.x86_64-linux.server1.enviroment is unknown.")
                .severity(Severity.WARNING)
                .at(at(4, 3, 33))
                .related(List.of(new Related("the host is declared here", at(4, 3, 33))))
                .fix("did you mean \"environment\"?")
                .build();
    }

    private static List<Scope> scopes() {
        TreeMap<String, Data> data = new TreeMap<>();
        data.put("addr", new Data.Text("10.0.0.1"));
        data.put("cores", new Data.Whole(4));
        data.put("load", new Data.Real(0.5));
        data.put("spare", new Data.Truth(false));
        data.put("nothing", new Data.Nothing());
        data.put("empty", new Data.Items(List.of()));
        data.put("list", new Data.Items(List.of(new Data.Whole(1), new Data.Fields(new TreeMap<>()))));
        data.put("huge", new Data.Real(Double.POSITIVE_INFINITY));
        data.put("f", new Data.Opaque("function", "<LAMBDA>"));
        return List.of(
                new Scope(
                        "env:default", "environment", "default", "fleet", List.of(), List.of(), new TreeMap<>(), null),
                new Scope("fleet", "fleet", "home", null, List.of(), List.of(), new TreeMap<>(), null),
                new Scope(
                        "host:server1",
                        "host",
                        "server1",
                        "env:default",
                        List.of("host:server2"),
                        List.of("web"),
                        data,
                        at(4, 3, 33)),
                new Scope(
                        "host:server2",
                        "host",
                        "server2",
                        "env:default",
                        List.of(),
                        List.of(),
                        new TreeMap<>(),
                        at(5, 3, 33)));
    }

    private static Service service(String name, String host, List<Requirement> requires, int wave) {
        String includer = switch (name) {
            case "monitoring" -> "service:grafana@" + host;
            case "dns" -> "service:monitoring@" + host;
            default -> "host:" + host;
        };
        return new Service(
                "service:" + name + "@" + host,
                name,
                null,
                "host:" + host,
                host,
                "default",
                "host",
                provides(name),
                requires,
                List.of("nixos"),
                List.of(new Inclusion(includer, at(4, 45, 54))),
                wave,
                at(2, 3, 25));
    }

    /** data-mesher offers DNS to the whole fleet; the dns of server1 is nearer to what is there. */
    private static List<Provision> provides(String name) {
        Data result = new Data.Fields(new TreeMap<>());
        return switch (name) {
            case "dns" -> List.of(new Provision("dns", "host", result, null));
            case "data-mesher" -> List.of(new Provision("dns", "fleet", result, null));
            default -> List.of();
        };
    }

    private static Requirement requirement(String capability, State state, String provider, @Nullable Place place) {
        Map<String, List<Step>> paths = new TreeMap<>();
        if (state == State.BOUND) {
            String id = "service:" + provider + "@server1";
            paths.put(id, List.of(new Step("P", "host:server1"), new Step("D", id)));
        }
        return new Requirement(
                capability,
                state == State.OPTIONAL ? "optional" : "one",
                false,
                state,
                List.copyOf(paths.keySet()),
                paths,
                null,
                place);
    }
}
