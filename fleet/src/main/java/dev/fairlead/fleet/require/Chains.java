package dev.fairlead.fleet.require;

import dev.fairlead.fleet.deploy.DeployedService;
import dev.fairlead.scope.Found;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * How each service came to matter: the shortest chain of bound requirements that leads to it from a service nobody
 * requires.
 *
 * <p>One breadth-first search from all such services at once, in the order of ids, finds every chain; linear in the
 * number of bindings. Services that only a cycle requires are searched from afterwards.
 */
final class Chains {
    private final Map<String, String> cameFrom = new HashMap<>();

    Chains(List<DeployedService> services, Collection<Binding> bindings) {
        var requires = new HashMap<String, Set<String>>();
        var required = new HashSet<String>();
        for (Binding binding : bindings) {
            for (Found<DeployedService> bound : binding.bound()) {
                String provider = bound.datum().id();
                requires.computeIfAbsent(binding.service().id(), key -> new TreeSet<>())
                        .add(provider);
                required.add(provider);
            }
        }
        var reached = new HashSet<String>();
        List<String> ids = services.stream().map(DeployedService::id).toList();
        search(ids.stream().filter(id -> !required.contains(id)).toList(), requires, reached);
        for (String id : ids) {
            if (!reached.contains(id)) {
                search(List.of(id), requires, reached);
            }
        }
    }

    private void search(List<String> roots, Map<String, Set<String>> requires, Set<String> reached) {
        var queue = new ArrayDeque<String>(roots);
        reached.addAll(roots);
        while (!queue.isEmpty()) {
            String at = queue.remove();
            for (String next : requires.getOrDefault(at, Set.of())) {
                if (reached.add(next)) {
                    cameFrom.put(next, at);
                    queue.add(next);
                }
            }
        }
    }

    /** The chain that ends at a service, itself included. */
    List<String> to(String service) {
        var chain = new ArrayList<String>();
        for (String at = service; at != null; at = cameFrom.get(at)) {
            chain.add(at);
        }
        Collections.reverse(chain);
        return chain;
    }
}
