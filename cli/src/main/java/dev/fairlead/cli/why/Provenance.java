package dev.fairlead.cli.why;

import dev.fairlead.fleet.resolution.Resolution;
import dev.fairlead.fleet.resolution.Resolution.Inclusion;
import dev.fairlead.fleet.resolution.Resolution.Service;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How services came to be deployed: who includes them, and who includes those, up to a scope that says so itself. */
final class Provenance {
    private final Map<String, Service> services = new HashMap<>();

    Provenance(Resolution resolution) {
        resolution.services().forEach(service -> services.put(service.id(), service));
    }

    /**
     * The ways in which a service is included, one for each that includes it: the inclusion first, then the shortest way
     * from there to a scope. Aspects may include each other, so a way may end at a service that is on it already.
     */
    List<List<Inclusion>> ways(Service service) {
        List<List<Inclusion>> ways = new ArrayList<>();
        for (Inclusion inclusion : service.includedBy()) {
            List<Inclusion> way = new ArrayList<>();
            way.add(inclusion);
            way.addAll(wayToScope(inclusion.by()));
            ways.add(way);
        }
        return ways;
    }

    /** The shortest way from a service to a scope, breadth first; empty for what is no service. */
    private List<Inclusion> wayToScope(String start) {
        Map<String, Step> reached = new HashMap<>();
        Deque<String> queue = new ArrayDeque<>();
        queue.add(start);
        while (!queue.isEmpty()) {
            String id = queue.remove();
            Service service = services.get(id);
            if (service == null) {
                return wayBack(id, start, reached);
            }
            for (Inclusion inclusion : service.includedBy()) {
                if (!inclusion.by().equals(start)
                        && reached.putIfAbsent(inclusion.by(), new Step(id, inclusion)) == null) {
                    queue.add(inclusion.by());
                }
            }
        }
        return List.of();
    }

    private static List<Inclusion> wayBack(String end, String start, Map<String, Step> reached) {
        List<Inclusion> way = new ArrayList<>();
        String id = end;
        while (!id.equals(start)) {
            Step step = reached.get(id);
            if (step == null) {
                break;
            }
            way.add(step.inclusion());
            id = step.from();
        }
        return way.reversed();
    }

    /** The service from which an inclusion was found. */
    private record Step(String from, Inclusion inclusion) {}
}
