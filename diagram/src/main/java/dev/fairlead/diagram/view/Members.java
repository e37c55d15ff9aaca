package dev.fairlead.diagram.view;

import dev.fairlead.diagram.ir.Node;
import dev.fairlead.fleet.resolution.Resolution.Scope;
import dev.fairlead.fleet.resolution.Resolution.Service;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What stands for services without being one: their aspect, the scope they are in, a port or a setting of theirs. Such a node
 * has the attributes of those services, so that filters can ask it what they ask services.
 */
final class Members {
    private static final Set<String> OF_SCOPES = Set.of("classes", "provides", "requires", "declared");
    private static final Set<String> ALL =
            Set.of("host", "environment", "user", "tags", "classes", "provides", "requires", "declared");

    private final Facts facts;
    private final Map<String, List<Service>> ofAspect = new HashMap<>();
    private final Map<String, List<Service>> inScope = new HashMap<>();
    private final Map<String, Node> scopes = new HashMap<>();
    private final Map<String, Node> aspects = new HashMap<>();

    Members(Facts facts) {
        this.facts = facts;
        for (Service service : facts.services()) {
            ofAspect.computeIfAbsent(service.name(), _ -> new ArrayList<>()).add(service);
            Set<String> around = new HashSet<>();
            Scope at = facts.scope(service.scope());
            while (at != null && around.add(at.id())) {
                inScope.computeIfAbsent(at.id(), _ -> new ArrayList<>()).add(service);
                at = facts.scope(at.parent());
            }
        }
    }

    /** The box of the aspect of a service. */
    Node aspect(Service service) {
        String name = service.name();
        return aspects.computeIfAbsent(
                name,
                _ -> with(
                        Node.of("aspect:" + name, name, "aspect").at(service.location()),
                        ofAspect.getOrDefault(name, List.of()),
                        ALL));
    }

    /** The box of a scope that is shown for what is in it; where that is, is told by the scope alone. */
    Node scope(Scope scope) {
        return scopes.computeIfAbsent(
                scope.id(), id -> with(facts.box(scope), inScope.getOrDefault(id, List.of()), OF_SCOPES));
    }

    /** The same, shown for the places in it too. */
    Node system(Scope scope) {
        return with(facts.box(scope), inScope.getOrDefault(scope.id(), List.of()), ALL);
    }

    /** A node for something that a service has. */
    Node belonging(Node node, @Nullable Service service) {
        return service == null ? node : with(node.with("service", service.id()), List.of(service), ALL);
    }

    /** The service in a scope whose aspect has a setting of a path. */
    @Nullable
    Service settingOf(String scope, String path) {
        Service found = null;
        for (Service service : inScope.getOrDefault(scope, List.of())) {
            boolean own = service.scope().equals(scope) && service.instance() == null;
            boolean nearer =
                    found == null || service.name().length() > found.name().length();
            if (own && nearer && path.startsWith(service.name() + ".")) {
                found = service;
            }
        }
        return found;
    }

    private Node with(Node node, Collection<Service> services, Set<String> names) {
        Map<String, TreeSet<String>> known = new TreeMap<>();
        for (Service service : services) {
            Node box = facts.box(service);
            for (String name : names) {
                String value = box.attribute(name);
                if (!value.isEmpty() && node.attribute(name).isEmpty()) {
                    known.computeIfAbsent(name, _ -> new TreeSet<>()).addAll(List.of(value.split(", ", -1)));
                }
            }
        }
        Node told = node;
        for (Map.Entry<String, TreeSet<String>> entry : known.entrySet()) {
            told = told.with(entry.getKey(), String.join(", ", entry.getValue()));
        }
        return told;
    }
}
