package dev.fairlead.diagram.diff;

import dev.fairlead.diagram.diff.Difference.Affected;
import dev.fairlead.diagram.diff.Difference.SettingChange;
import dev.fairlead.fleet.resolution.Coordination.PortClaim;
import dev.fairlead.fleet.resolution.Resolution;
import dev.fairlead.fleet.resolution.Resolution.Edge;
import dev.fairlead.fleet.resolution.Resolution.Service;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a change reaches: the services that are different, and against the direction of dependencies whoever needs them. */
final class Reach {
    private final Map<String, Service> services = new HashMap<>();
    /** By the scope they are in. */
    private final Map<String, List<Service>> deployed = new HashMap<>();

    private final Map<String, List<String>> dependents = new HashMap<>();
    private final TreeSet<String> changed = new TreeSet<>();
    private final TreeSet<String> hosts = new TreeSet<>();

    Reach(Resolution before, Resolution after, Identity identity) {
        before.services().forEach(service -> services.put(identity.now(service.id()), service));
        after.services().forEach(service -> services.put(service.id(), service));
        services.values()
                .forEach(service -> deployed.computeIfAbsent(service.scope(), _ -> new ArrayList<>())
                        .add(service));
        before.edges().forEach(edge -> depends(identity.now(edge.from()), identity.now(edge.to()), edge));
        after.edges().forEach(edge -> depends(edge.from(), edge.to(), edge));
    }

    private void depends(String from, String to, Edge edge) {
        if (edge.kind() == Edge.Kind.REQUIRES) {
            dependents.computeIfAbsent(to, _ -> new ArrayList<>()).add(from);
        }
    }

    /** A service is different. */
    void add(@Nullable String service) {
        if (service != null && services.containsKey(service)) {
            changed.add(service);
        }
    }

    /** A service was on a host that it may have left. */
    void addHostOf(@Nullable Service service) {
        if (service != null && service.host() != null) {
            hosts.add("host:" + service.host());
        }
    }

    /** The user of a port is different. */
    void add(@Nullable PortClaim claim) {
        if (claim != null) {
            add(claim.by());
        }
    }

    /** Whoever the setting belongs to is different: an instance, or the services of the aspect in the scope. */
    void add(SettingChange setting) {
        add(setting.where());
        for (Service service : deployed.getOrDefault(setting.where(), List.of())) {
            if (setting.path().startsWith(service.name() + ".")) {
                add(service.id());
            }
        }
    }

    /** The ids of the services that are different. */
    SortedSet<String> changed() {
        return Collections.unmodifiableSortedSet(changed);
    }

    Affected affected() {
        var reached = new TreeSet<>(changed);
        Deque<String> queue = new ArrayDeque<>(changed);
        while (!queue.isEmpty()) {
            for (String dependent : dependents.getOrDefault(queue.remove(), List.of())) {
                if (services.containsKey(dependent) && reached.add(dependent)) {
                    queue.add(dependent);
                }
            }
        }
        reached.forEach(id -> addHostOf(services.get(id)));
        reached.removeAll(changed);
        return new Affected(List.copyOf(changed), List.copyOf(reached), List.copyOf(hosts));
    }
}
