package dev.fairlead.fleet.require;

import dev.fairlead.fleet.declare.Declarations;
import dev.fairlead.fleet.declare.Declarations.Exposure;
import dev.fairlead.fleet.declare.Declarations.Reference;
import dev.fairlead.fleet.declare.Declarations.ScopeDeclaration;
import dev.fairlead.fleet.declare.Scopes;
import dev.fairlead.fleet.deploy.DeployedService;
import dev.fairlead.fleet.deploy.DeployedService.Brought;
import dev.fairlead.fleet.deploy.Meta.Provide;
import dev.fairlead.fleet.deploy.Meta.Visibility;
import dev.fairlead.fleet.resolution.Resolution.Inclusion;
import dev.fairlead.scope.ScopeGraph;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The scope graph of a fleet. Scopes are the fleet, its environments, hosts, users and services; P leads to the scope
 * around, I to what is imported. A service declares each of its capabilities at its own scope and at every scope from
 * there up to that of the capability's visibility, so that the nearest provider wins and whoever imports a service or
 * a host sees what it provides.
 */
public final class FleetGraph {
    private final Scopes scopes;
    private final Map<String, ScopeDeclaration> guests = new LinkedHashMap<>();
    private final Map<DeployedService, Map<String, Visibility>> visibilities = new HashMap<>();
    private final List<DeployedService> services;
    private final Map<DeployedService, List<String>> imports;
    private final ScopeGraph<DeployedService> graph;

    /**
     * @param imports the ids that each service imports, in order
     * @param seen what else is seen, of hosts that are not resolved
     */
    FleetGraph(
            Declarations declarations,
            List<DeployedService> services,
            Map<DeployedService, List<String>> imports,
            Seen seen) {
        this.scopes = declarations.scopes();
        seen.scopes().forEach(scope -> guests.put(scope.id(), scope));
        this.services =
                Stream.concat(services.stream(), seen.services().stream()).toList();
        this.imports = imports;
        ScopeGraph.Builder<DeployedService> builder = outline(Comparator.comparing(DeployedService::id));
        this.services.forEach(service -> declare(service, builder));
        graph = builder.build();
    }

    /**
     * The scopes and services of the fleet and the edges between them, with nothing declared yet: for what is seen by the
     * same ways as capabilities are.
     *
     * @param order of data that are equally near
     */
    public <T> ScopeGraph.Builder<T> outline(Comparator<? super T> order) {
        var builder = ScopeGraph.<T>builder(order);
        scopes.all().forEach(scope -> add(scope, builder));
        guests.values().forEach(scope -> add(scope, builder));
        for (DeployedService service : services) {
            builder.scope(service.id()).parent(service.id(), service.scope().id());
            imports.getOrDefault(service, List.of()).forEach(target -> builder.imports(service.id(), target));
            for (Brought brought : service.brings()) {
                if (brought.service().instance() != null) {
                    builder.imports(service.id(), brought.service().id());
                }
            }
        }
        return builder;
    }

    private static void add(ScopeDeclaration scope, ScopeGraph.Builder<?> builder) {
        builder.scope(scope.id());
        if (scope.parent() != null) {
            builder.parent(scope.id(), scope.parent());
        }
        for (Reference imported : scope.imports()) {
            builder.imports(scope.id(), imported.name());
        }
    }

    private void declare(DeployedService service, ScopeGraph.Builder<DeployedService> builder) {
        Map<String, Visibility> visible = visibilities(service);
        visibilities.put(service, visible);
        visible.forEach((capability, visibility) -> {
            builder.declare(service.id(), capability, service);
            around(service, visibility).forEach(scope -> builder.declare(scope.id(), capability, service));
        });
    }

    /** The scopes around a service, outwards, that something of this visibility is declared in besides the service. */
    public List<ScopeDeclaration> around(DeployedService service, Visibility visibility) {
        var scopes = new ArrayList<ScopeDeclaration>();
        ScopeDeclaration at = service.scope();
        while (at != null && isSeenIn(at, service, visibility)) {
            scopes.add(at);
            at = around(at);
        }
        return scopes;
    }

    /** How far each capability of a service is seen, its own path included. */
    private Map<String, Visibility> visibilities(DeployedService service) {
        Visibility usual = usualVisibility(service);
        var visible = new LinkedHashMap<String, Visibility>();
        visible.put(service.aspect(), usual);
        for (Provide provide : service.meta().provides()) {
            visible.put(provide.capability(), provide.visibility() == null ? usual : provide.visibility());
        }
        for (ScopeDeclaration at = service.scope(); at != null; at = around(at)) {
            for (Exposure exposure : at.expose()) {
                visible.computeIfPresent(exposure.capability(), (capability, visibility) -> {
                    Visibility exposed = Visibility.parse(exposure.visibility());
                    return exposed == null || exposed.compareTo(visibility) < 0 ? visibility : exposed;
                });
            }
        }
        return visible;
    }

    /** An instance that a service includes serves that service; everything else serves its host. */
    private static Visibility usualVisibility(DeployedService service) {
        boolean ofOneService =
                service.instance() != null && service.includedBy().stream().allMatch(Inclusion::isByService);
        return ofOneService ? Visibility.SERVICE : Visibility.HOST;
    }

    /** What is not for one service alone is seen at least where its service is deployed, be it in an environment. */
    private static boolean isSeenIn(ScopeDeclaration scope, DeployedService service, Visibility visibility) {
        return visibility != Visibility.SERVICE
                && (scope.id().equals(service.scope().id()) || level(scope).compareTo(visibility) <= 0);
    }

    private static Visibility level(ScopeDeclaration scope) {
        return switch (scope.kind()) {
            case "fleet" -> Visibility.FLEET;
            case "environment" -> Visibility.ENVIRONMENT;
            case "user" -> Visibility.USER;
            default -> Visibility.HOST;
        };
    }

    /** The nearest scope of a kind that a service lies in, or null. */
    public @Nullable ScopeDeclaration enclosing(DeployedService service, String kind) {
        return scopes.enclosing(service.scope(), kind);
    }

    ScopeGraph<DeployedService> graph() {
        return graph;
    }

    /** The scope around another, or null for the fleet. */
    public @Nullable ScopeDeclaration around(ScopeDeclaration scope) {
        if (scope.parent() == null) {
            return null;
        }
        ScopeDeclaration around = scopes.find(scope.parent());
        return around == null ? guests.get(scope.parent()) : around;
    }

    /** All scopes that are resolved but those of services: the fleet first, then environments, hosts and users. */
    public List<ScopeDeclaration> scopes() {
        return scopes.all();
    }

    /** How far a capability of a service is seen. */
    public Visibility visibility(DeployedService service, String capability) {
        return visibilities.getOrDefault(service, Map.of()).getOrDefault(capability, Visibility.SERVICE);
    }

    /** The scope that a capability of a service is seen in, and nowhere outside. */
    String seenIn(DeployedService service, String capability) {
        Visibility visibility = visibility(service, capability);
        List<ScopeDeclaration> scopes = around(service, visibility);
        return scopes.isEmpty() ? service.id() : scopes.getLast().id();
    }
}
