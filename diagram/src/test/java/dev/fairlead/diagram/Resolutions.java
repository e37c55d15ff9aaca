package dev.fairlead.diagram;

import dev.fairlead.fleet.declare.FleetFiles;
import dev.fairlead.fleet.declare.FleetFiles.Language;
import dev.fairlead.fleet.declare.UnreadableFleetException;
import dev.fairlead.fleet.resolution.Coordination;
import dev.fairlead.fleet.resolution.Resolution;
import dev.fairlead.fleet.resolution.Resolution.Edge;
import dev.fairlead.fleet.resolution.Resolution.Scope;
import dev.fairlead.fleet.resolution.Resolution.Service;
import dev.fairlead.fleet.resolve.FleetResolver;
import dev.fairlead.nix.Nix;
import dev.fairlead.nix.eval.Options;
import dev.fairlead.nix.lib.Lib;
import dev.fairlead.testing.Gen;
import dev.fairlead.testing.Repository;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Resolutions to draw: of the examples, random ones, and ones put together by hand. */
public final class Resolutions {
    private Resolutions() {}

    /** The resolution of a fleet below {@code examples}. */
    public static Resolution example(String name) {
        try {
            return FleetResolver.resolve(FleetFiles.read(
                    Repository.root().resolve("examples").resolve(name),
                    Options.DEFAULT,
                    new Language(Nix::evaluator, Lib::of)));
        } catch (UnreadableFleetException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    /** A service of a host, or of the fleet if {@code host} is null. */
    public static Service service(String name, @Nullable String host) {
        return service(name, null, host == null ? "fleet" : "host:" + host, host);
    }

    /** A service in any scope. */
    public static Service service(String name, @Nullable String instance, String scope, @Nullable String host) {
        String place = scope.startsWith("host:") || scope.startsWith("user:") ? scope.substring(5) : scope;
        String id = "service:" + name + (instance == null ? "" : "[" + instance + "]") + "@" + place;
        return new Service(
                id, name, instance, scope, host, null, "host", List.of(), List.of(), List.of(), List.of(), 0, null);
    }

    /** That a service requires another, by ids. */
    public static Edge needs(String from, String to, Edge.EdgeState state) {
        return new Edge(from, to, Edge.Kind.REQUIRES, "capability", state);
    }

    /** A resolution as far as pictures look at it. */
    public static Resolution of(String fleet, List<Service> services, List<Edge> edges) {
        return of(fleet, List.of(), services, edges);
    }

    /** As above, with scopes. */
    public static Resolution of(String fleet, List<Scope> scopes, List<Service> services, List<Edge> edges) {
        return new Resolution(
                fleet,
                scopes,
                services,
                List.of(),
                List.copyOf(new TreeSet<>(edges)),
                List.of(),
                Coordination.NONE,
                List.of());
    }

    /** Fleets of up to eight services whose names are meant to break things. */
    public static Gen<Resolution> random() {
        Gen<String> names = Gen.oneOf(
                Gen.elements("dns", "end", "graph", "DNS", "d-n-s", "d.n.s", "subgraph", "o", "x", "default", "1st"),
                Gen.nastyStrings(8));
        return choices -> {
            var services = new LinkedHashMap<String, Service>();
            for (String name : names.list(1, 8).draw(choices)) {
                String host = names.draw(choices);
                Service service = service(name, choices.below(4) == 3 ? null : host);
                services.put(service.id(), service);
            }
            List<String> ids = List.copyOf(services.keySet());
            var edges = new ArrayList<Edge>();
            for (String from : Gen.elements(ids).list(12).draw(choices)) {
                edges.add(
                        choices.below(4) == 3
                                ? needs(from, "missing:" + names.draw(choices), Edge.EdgeState.MISSING)
                                : needs(
                                        from,
                                        Gen.elements(ids).draw(choices),
                                        Gen.elements(
                                                        Edge.EdgeState.RESOLVED,
                                                        Edge.EdgeState.AMBIGUOUS,
                                                        Edge.EdgeState.CYCLE)
                                                .draw(choices)));
            }
            return of(names.draw(choices), List.copyOf(services.values()), edges);
        };
    }
}
