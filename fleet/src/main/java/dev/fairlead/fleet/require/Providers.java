package dev.fairlead.fleet.require;

import dev.fairlead.fleet.deploy.DeployedService;
import dev.fairlead.fleet.deploy.ExcludedService;
import dev.fairlead.fleet.deploy.IdleAspects.Idle;
import dev.fairlead.fleet.resolution.Resolution.Inclusion;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What would provide what: aspects if a host included them, services if nothing excluded them. */
final class Providers {
    private final Map<String, List<String>> idle = new HashMap<>();
    private final TreeSet<String> names = new TreeSet<>();
    private final Map<String, Idle> aspects;
    private final List<ExcludedService> excluded;

    /**
     * @param aspects all that the fleet declares, by path
     * @param excluded what something includes and something else excludes
     */
    Providers(Map<String, Idle> aspects, List<DeployedService> services, List<ExcludedService> excluded) {
        this.aspects = aspects;
        this.excluded = excluded;
        Set<String> deployed = Stream.concat(
                        services.stream(), excluded.stream().map(ExcludedService::service))
                .map(DeployedService::aspect)
                .collect(Collectors.toSet());
        aspects.forEach((path, aspect) -> {
            var all = new TreeSet<String>(aspect.provides());
            all.add(path);
            names.addAll(all);
            if (!deployed.contains(path)) {
                all.forEach(name ->
                        idle.computeIfAbsent(name, key -> new ArrayList<>()).add(path));
            }
        });
    }

    /** The paths of the aspects that nothing includes and that provide a capability. */
    List<String> idle(String capability) {
        return idle.getOrDefault(capability, List.of());
    }

    /** Whether some aspects, or those that they bring, would provide what is wanted. */
    boolean bring(Capability wanted, Set<String> roots) {
        var known = new HashSet<>(roots);
        var queue = new ArrayDeque<>(roots);
        while (!queue.isEmpty()) {
            String path = queue.remove();
            Idle aspect = aspects.get(path);
            boolean provides =
                    aspect != null && !wanted.aspectOnly() && aspect.provides().contains(wanted.name());
            if (provides || path.equals(wanted.name())) {
                return true;
            }
            (aspect == null ? List.<String>of() : aspect.includes())
                    .stream().filter(known::add).forEach(queue::add);
        }
        return false;
    }

    /** The services that would provide what is wanted if nothing excluded them. */
    List<ExcludedService> excluded(Capability wanted) {
        return excluded.stream()
                .filter(each -> wanted.admits(each.service()) && provides(each.service(), wanted.name()))
                .toList();
    }

    /** The nearest service on the way to an excluded one that something itself keeps out; null if there is none. */
    @Nullable
    ExcludedService keptOut(ExcludedService start) {
        var byId = excluded.stream()
                .collect(Collectors.toMap(each -> each.service().id(), each -> each, (first, second) -> first));
        var known = new HashSet<String>();
        var queue = new ArrayDeque<>(List.of(start));
        while (!queue.isEmpty()) {
            ExcludedService each = queue.remove();
            if (!each.by().isEmpty()) {
                return each;
            }
            for (Inclusion inclusion : each.service().includedBy()) {
                ExcludedService parent = byId.get(inclusion.by());
                if (parent != null && known.add(inclusion.by())) {
                    queue.add(parent);
                }
            }
        }
        return null;
    }

    private static boolean provides(DeployedService service, String name) {
        return service.aspect().equals(name)
                || service.meta().provides().stream()
                        .anyMatch(provide -> provide.capability().equals(name));
    }

    /** Every name that some aspect provides, its path included. */
    Set<String> names() {
        return names;
    }
}
