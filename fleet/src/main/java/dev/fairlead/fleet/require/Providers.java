package dev.fairlead.fleet.require;

import dev.fairlead.fleet.deploy.DeployedService;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Which aspects would provide what, if a host included them. */
final class Providers {
    private final Map<String, List<String>> idle = new HashMap<>();
    private final TreeSet<String> names = new TreeSet<>();

    /** @param capabilities what each aspect provides besides its own path, by path */
    Providers(Map<String, List<String>> capabilities, List<DeployedService> services) {
        Set<String> deployed = services.stream().map(DeployedService::aspect).collect(Collectors.toSet());
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

    /** The paths of the aspects that no scope includes and that provide a capability. */
    List<String> idle(String capability) {
        return idle.getOrDefault(capability, List.of());
    }

    /** Every name that some aspect provides, its path included. */
    Set<String> names() {
        return names;
    }
}
