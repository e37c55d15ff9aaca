package dev.fairlead.fleet.resolution;

import dev.fairlead.fleet.resolution.Coordination.ChannelItem;
import dev.fairlead.fleet.resolution.Resolution.Edge;
import dev.fairlead.fleet.resolution.Resolution.Inclusion;
import dev.fairlead.fleet.resolution.Resolution.Provision;
import dev.fairlead.fleet.resolution.Resolution.Requirement;
import dev.fairlead.fleet.resolution.Resolution.Scope;
import dev.fairlead.fleet.resolution.Resolution.Service;
import dev.fairlead.fleet.resolution.Resolution.Step;
import dev.fairlead.scope.Found;
import dev.fairlead.scope.Query;
import dev.fairlead.scope.Resolver;
import dev.fairlead.scope.ScopeGraph;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The scope graph behind a resolution, to be asked again what a requirement could see. A resolution tells only what each
 * requirement was bound to: listing what every one of them passed over would cost the square of the fleet.
 */
public final class ResolvedGraph {
    private static final String SERVICE = "service:";

    /** Before the name of a channel, so that it is the name of no capability. */
    private static final String CHANNEL = "\0channel:";

    private final Map<String, Scope> scopes = new HashMap<>();
    private final Resolver<Service> resolver;

    /**
     * A service that a requirement can be met by.
     *
     * @param way the most specific way to it; its last step, D, names the service
     */
    public record Reachable(Service provider, List<Step> way) {}

    /** Builds the graph; linear in the size of the resolution. */
    public ResolvedGraph(Resolution resolution) {
        var builder = ScopeGraph.<Service>builder(Comparator.comparing(Service::id));
        for (Scope scope : resolution.scopes()) {
            scopes.put(scope.id(), scope);
            builder.scope(scope.id());
            if (scope.parent() != null) {
                builder.parent(scope.id(), scope.parent());
            }
            scope.imports().forEach(imported -> builder.imports(scope.id(), imported));
        }
        for (Service service : resolution.services()) {
            builder.scope(service.id()).parent(service.id(), service.scope());
            if (service.instance() != null) {
                for (Inclusion inclusion : service.includedBy()) {
                    if (inclusion.by().startsWith(SERVICE)) {
                        builder.imports(inclusion.by(), service.id());
                    }
                }
            }
            declare(service, builder);
        }
        var services = new HashMap<String, Service>();
        resolution.services().forEach(service -> services.put(service.id(), service));
        resolution.coordination().channels().forEach((name, channel) -> {
            for (ChannelItem item : channel.items()) {
                Service service = services.get(item.service());
                if (service != null) {
                    declare(service, CHANNEL + name, item.visibility(), builder);
                }
            }
        });
        for (Edge edge : resolution.edges()) {
            if (edge.kind() == Edge.Kind.IMPORTS) {
                builder.imports(edge.from(), edge.to());
            }
        }
        resolver = new Resolver<>(builder.build(), Query.TRANSITIVE_IMPORTS);
    }

    private void declare(Service service, ScopeGraph.Builder<Service> builder) {
        var visibilities = new LinkedHashMap<String, String>();
        visibilities.put(service.name(), service.visibility());
        for (Provision provision : service.provides()) {
            visibilities.put(provision.capability(), provision.visibility());
        }
        visibilities.forEach((capability, visibility) -> declare(service, capability, visibility, builder));
    }

    private void declare(Service service, String name, String visibility, ScopeGraph.Builder<Service> builder) {
        builder.declare(service.id(), name, service);
        for (Scope at = scopes.get(service.scope()); at != null && reaches(visibility, at, service); at = around(at)) {
            builder.declare(at.id(), name, service);
        }
    }

    /** Whether a capability of this visibility is seen in a scope at or around its service. */
    private static boolean reaches(String visibility, Scope scope, Service service) {
        boolean own = scope.id().equals(service.scope()) && !visibility.equals("service");
        return own || width(scope.kind()) <= width(visibility);
    }

    /** Scopes and visibilities have the same names; a kind of scope that is no visibility stands where a host does. */
    private static int width(String kind) {
        return switch (kind) {
            case "service" -> 0;
            case "user" -> 1;
            case "environment" -> 3;
            case "fleet" -> 4;
            default -> 2;
        };
    }

    private @Nullable Scope around(Scope scope) {
        return scope.parent() == null ? null : scopes.get(scope.parent());
    }

    /** The ids of the scopes in which the requirements of a service are searched, in order. */
    public List<String> searched(Service service) {
        return resolver.searched(service.id());
    }

    /** All that could meet a requirement of a service, most specific first, then by id. */
    public List<Reachable> reachable(Service service, Requirement requirement) {
        boolean aspectOnly = requirement.capability().startsWith(SERVICE);
        String name = aspectOnly ? requirement.capability().substring(SERVICE.length()) : requirement.capability();
        List<Found<Service>> found = resolver.resolve(
                        service.id(),
                        name,
                        provider -> !provider.id().equals(service.id())
                                && (!aspectOnly || provider.name().equals(name)))
                .reachable();
        return found.stream().map(ResolvedGraph::reachable).toList();
    }

    /** The services whose items of a channel a service sees, itself perhaps among them, most specific first. */
    public List<Reachable> seen(Service service, String channel) {
        return resolver.resolve(service.id(), CHANNEL + channel).reachable().stream()
                .map(ResolvedGraph::reachable)
                .toList();
    }

    private static Reachable reachable(Found<Service> found) {
        var way = new ArrayList<Step>();
        found.path().steps().forEach(step -> way.add(new Step(step.label().toString(), step.to())));
        way.add(new Step("D", found.datum().id()));
        return new Reachable(found.datum(), way);
    }
}
