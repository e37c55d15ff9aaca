package dev.fairlead.fleet.require;

import dev.fairlead.fleet.deploy.DeployedService;
import dev.fairlead.fleet.deploy.ExcludedService;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What would provide what: aspects if a host included them, services if nothing excluded them. */
final class Providers {
    private final Map<String, List<String>> idle = new HashMap<>();
    private final TreeSet<String> names = new TreeSet<>();
    private final List<ExcludedService> excluded;

    /**
     * @param capabilities what each aspect provides besides its own path, by path
     * @param excluded what something includes and something else excludes
     */
    Providers(
            Map<String, List<String>> capabilities, List<DeployedService> services, List<ExcludedService> excluded) {
        this.excluded = excluded;
        Set<String> deployed = Stream.concat(
                        services.stream(), excluded.stream().map(ExcludedService::service))
                .map(DeployedService::aspect)
                .collect(Collectors.toSet());
        capabilities.forEach((path, provided) -> {
            var all = new TreeSet<String>(provided);
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

    /** The services that would provide what is wanted if nothing excluded them. */
    List<ExcludedService> excluded(Capability wanted) {
        return excluded.stream()
                .filter(each -> wanted.admits(each.service()) && provides(each.service(), wanted.name()))
                .toList();
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
