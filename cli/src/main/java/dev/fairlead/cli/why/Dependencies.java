package dev.fairlead.cli.why;

import dev.fairlead.fleet.resolution.Resolution;
import dev.fairlead.fleet.resolution.Resolution.Requirement;
import dev.fairlead.fleet.resolution.Resolution.Service;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a service requires, itself or through the services that it depends on. */
final class Dependencies {
    private final Map<String, Service> services = new HashMap<>();

    Dependencies(Resolution resolution) {
        resolution.services().forEach(service -> services.put(service.id(), service));
    }

    /**
     * A requirement, and the way to the service that has it.
     *
     * @param through the ids of the services before it; empty for a requirement of the first
     */
    record Found(Service service, List<String> through, Requirement requirement) {}

    /**
     * The nearest requirement for a capability, the service's own first; breadth first along what services are bound to.
     *
     * @param capability {@code dns} or as in messages, {@code service:dns}
     */
    @Nullable
    Found find(Service start, String capability) {
        Map<String, String> cameFrom = new HashMap<>();
        Deque<Service> queue = new ArrayDeque<>(List.of(start));
        cameFrom.put(start.id(), "");
        while (!queue.isEmpty()) {
            Service service = queue.remove();
            Requirement requirement = requirement(service, capability);
            if (requirement != null) {
                return new Found(service, wayTo(service.id(), cameFrom), requirement);
            }
            for (Requirement each : service.requires()) {
                for (String id : each.bound()) {
                    Service provider = services.get(id);
                    if (provider != null && cameFrom.putIfAbsent(id, service.id()) == null) {
                        queue.add(provider);
                    }
                }
            }
        }
        return null;
    }

    private static List<String> wayTo(String end, Map<String, String> cameFrom) {
        List<String> way = new ArrayList<>();
        for (String id = cameFrom.getOrDefault(end, ""); !id.isEmpty(); id = cameFrom.getOrDefault(id, "")) {
            way.add(id);
        }
        return way.reversed();
    }

    /** The requirement of a service itself; one for the very words is preferred to one for the same name. */
    private static @Nullable Requirement requirement(Service service, String capability) {
        String bare = capability.startsWith("capability:") ? capability.substring("capability:".length()) : capability;
        String other = bare.startsWith("service:") ? bare.substring("service:".length()) : "service:" + bare;
        Requirement otherwise = null;
        for (Requirement requirement : service.requires()) {
            if (requirement.capability().equals(bare)) {
                return requirement;
            }
            if (requirement.capability().equals(other)) {
                otherwise = requirement;
            }
        }
        return otherwise;
    }

    /** The name in {@code service:dns}, {@code capability:dns} or {@code dns}. */
    static String bareName(String reference) {
        int colon = reference.indexOf(':');
        return colon < 0 ? reference : reference.substring(colon + 1);
    }
}
