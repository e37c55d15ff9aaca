package dev.fairlead.diagram.filter;

import dev.fairlead.diagram.ir.Node;
import dev.fairlead.fleet.resolution.Resolution;
import dev.fairlead.fleet.resolution.Resolution.Scope;
import dev.fairlead.fleet.resolution.Resolution.Service;
import dev.fairlead.fleet.select.Selection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody chose of a fleet. Who chooses services alone wants to see, in pictures of scopes, the scopes that they are in;
 * who chooses scopes alone wants to see, in pictures of services, what is in those.
 *
 * @param ids of the services and scopes that were chosen, and of aspects one of whose services was
 * @param others all that were not
 */
public record Chosen(Set<String> ids, Set<String> others) {
    public Chosen {
        ids = Set.copyOf(ids);
        others = Set.copyOf(others);
    }

    /** What a selector chose. */
    public static Chosen of(Resolution resolution, Selection selection) {
        Map<String, Scope> scopes = new HashMap<>();
        resolution.scopes().forEach(scope -> scopes.put(scope.id(), scope));
        Set<String> ids = new HashSet<>(selection.scopes());
        ids.addAll(selection.services());
        for (Service service : resolution.services()) {
            boolean within = selection.services().isEmpty() && isWithin(service.scope(), selection.scopes(), scopes);
            if (within) {
                ids.add(service.id());
            }
            if (ids.contains(service.id())) {
                ids.add("aspect:" + service.name());
                if (selection.scopes().isEmpty()) {
                    ids.add(service.scope());
                    ids.add("host:" + service.host());
                }
            }
        }
        Set<String> others = new HashSet<>(scopes.keySet());
        for (Service service : resolution.services()) {
            others.add(service.id());
            others.add("aspect:" + service.name());
        }
        others.removeAll(ids);
        return new Chosen(ids, others);
    }

    private static boolean isWithin(String scope, Set<String> chosen, Map<String, Scope> scopes) {
        Scope at = scopes.get(scope);
        // As many steps as there are scopes end it, even on a circle.
        for (int step = 0; at != null && step < scopes.size(); step++) {
            if (chosen.contains(at.id())) {
                return true;
            }
            at = at.parent() == null ? null : scopes.get(at.parent());
        }
        return false;
    }

    /** Whether a node was chosen, as itself or by the service that it belongs to; null if it could not be. */
    @Nullable
    Boolean of(Node node) {
        String service = node.attribute("service");
        if (ids.contains(node.id()) || ids.contains(service)) {
            return true;
        }
        return (others.contains(node.id()) || others.contains(service)) ? false : null;
    }
}
