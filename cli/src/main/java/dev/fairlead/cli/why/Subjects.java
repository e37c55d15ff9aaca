package dev.fairlead.cli.why;

import dev.fairlead.cli.args.UsageException;
import dev.fairlead.fleet.resolution.Resolution;
import dev.fairlead.fleet.resolution.Resolution.Scope;
import dev.fairlead.fleet.resolution.Resolution.Service;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds what a person names on the command line: {@code grafana} for {@code service:grafana@web1}. */
public final class Subjects {
    private final Resolution resolution;

    public Subjects(Resolution resolution) {
        this.resolution = resolution;
    }

    /** The scope with this id, or null. */
    public @Nullable Scope scope(String id) {
        for (Scope scope : resolution.scopes()) {
            if (scope.id().equals(id)) {
                return scope;
            }
        }
        return null;
    }

    /** The one scope with this name, whatever its kind; null if there is none, or more than one. */
    @Nullable
    Scope scopeNamed(String name) {
        List<Scope> named = resolution.scopes().stream()
                .filter(scope -> scope.name().equals(name))
                .toList();
        return named.size() == 1 ? named.getFirst() : null;
    }

    /**
     * The service that {@code name} names: its id, or its id without the scope or without {@code service:}, or its
     * aspect's path.
     *
     * @return null if none is deployed under that name
     * @throws UsageException if the name could mean several
     */
    public @Nullable Service service(String name) {
        List<Service> named = services(name);
        if (named.size() > 1) {
            List<String> ids = named.stream().map(Service::id).toList();
            throw new UsageException("'" + name + "' may be " + NotUnderstood.listed(ids, " or ") + "; which one?");
        }
        return named.isEmpty() ? null : named.getFirst();
    }

    /** All services that {@code name} names, in the ways that {@link #service} takes; the one whose id it is comes alone. */
    public List<Service> services(String name) {
        String id = name.startsWith("service:") ? name : "service:" + name;
        List<Service> named = new ArrayList<>();
        for (Service service : resolution.services()) {
            if (service.id().equals(id)) {
                return List.of(service);
            }
            if (service.id().startsWith(id + "@") || ("service:" + service.name()).equals(id)) {
                named.add(service);
            }
        }
        return named;
    }
}
