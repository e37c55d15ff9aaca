package dev.fairlead.diagram;

import dev.fairlead.diagram.ir.Diagram;
import dev.fairlead.diagram.view.View;
import dev.fairlead.fleet.resolution.Resolution;
import dev.fairlead.fleet.resolution.Resolution.Edge;
import dev.fairlead.fleet.resolution.Resolution.Edge.EdgeState;
import dev.fairlead.fleet.resolution.Resolution.Scope;
import dev.fairlead.fleet.resolution.Resolution.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** A fleet and what became of it: something of everything was added, removed, moved, renamed and changed. */
public final class Changes {
    private Changes() {}

    /** The parts of a view that are different between the two. */
    public static Diagram view(View view) {
        return Diagrams.changes(before(), after(), Order.of(view));
    }

    public static Resolution before() {
        return fleet(
                List.of("a", "b"),
                List.of(service("web", "a"), service("db", "a"), service("old", "a"), service("dns", "b")),
                "db",
                "old",
                "dns");
    }

    public static Resolution after() {
        Service renamed = service("unbound", "b");
        var services = new ArrayList<>(List.of(service("web", "a"), service("db", "b"), renamed));
        // Names that mean something to the formats, in what is new.
        Hostile.NAMES.subList(0, 24).forEach(name -> services.add(service(name, "new")));
        return fleet(List.of("a", "b", "new"), services, "db", "unbound", "end");
    }

    private static Service service(String name, String host) {
        Service plain = Resolutions.service(name, host);
        boolean resolver = name.equals("dns") || name.equals("unbound");
        return new Service(
                plain.id(),
                name,
                null,
                plain.scope(),
                host,
                null,
                "host",
                resolver
                        ? List.of(new Resolution.Provision("resolver", "fleet", new Resolution.Data.Nothing(), null))
                        : List.of(),
                List.of(),
                List.of("nixos"),
                List.of(new Resolution.Inclusion("host:" + host, null)),
                0,
                null);
    }

    private static Resolution fleet(List<String> hosts, List<Service> services, String... needed) {
        var scopes = new ArrayList<Scope>();
        scopes.add(new Scope("fleet", "fleet", "x", null, List.of(), List.of(), new TreeMap<>(), null));
        for (String host : hosts) {
            scopes.add(new Scope("host:" + host, "host", host, "fleet", List.of(), List.of(), new TreeMap<>(), null));
        }
        var edges = new ArrayList<Edge>();
        for (String name : needed) {
            String to = services.stream()
                    .filter(service -> service.name().equals(name))
                    .findFirst()
                    .orElseThrow()
                    .id();
            edges.add(Resolutions.needs("service:web@a", to, EdgeState.RESOLVED));
        }
        if (hosts.size() > 2) {
            edges.add(Resolutions.needs("service:web@a", "missing:gone", EdgeState.MISSING));
        }
        return Resolutions.of("x", scopes, services, edges);
    }
}
