package dev.fairlead.diagram.diff;

import dev.fairlead.diagram.diff.Difference.BackendChange;
import dev.fairlead.diagram.diff.Difference.OutputChange;
import dev.fairlead.fleet.resolution.Coordination.Content;
import dev.fairlead.fleet.resolution.Resolution;
import dev.fairlead.fleet.resolution.Resolution.Scope;
import dev.fairlead.fleet.resolution.Resolution.Service;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Compares what services say for classes. Content that neither resolution knows, as those of earlier versions do not, is
 * taken for the same.
 */
final class OutputComparison {
    private final Resolution before;
    private final Resolution after;
    private final Identity identity;
    private final SortedMap<String, SortedMap<String, Found>> outputs = new TreeMap<>();

    /** What is known to be different in an output, and what may be, by the ids of services. */
    private record Found(SortedSet<String> certain, SortedSet<String> possible) {}

    OutputComparison(Resolution before, Resolution after, Identity identity) {
        this.before = before;
        this.after = after;
        this.identity = identity;
    }

    /** By class and scope. */
    List<OutputChange> changes(List<BackendChange> backends) {
        identity.gone().forEach(was -> add(was, identity.now(was.scope()), was.id()));
        identity.come().forEach(is -> add(is, is.scope(), is.id()));
        for (Service is : after.services()) {
            Service was = identity.before(is.id());
            if (was == null) {
                continue;
            }
            String scope = identity.now(was.scope());
            if (!scope.equals(is.scope())) {
                add(was, scope, is.id());
                add(is, is.scope(), is.id());
            } else {
                compare(was, is);
            }
        }
        routed(backends);
        var changes = new ArrayList<OutputChange>();
        outputs.forEach((output, scopes) -> scopes.forEach((where, found) -> {
            var because = new TreeSet<>(found.certain());
            because.addAll(found.possible());
            changes.add(new OutputChange(output, where, !found.certain().isEmpty(), List.copyOf(because)));
        }));
        return changes;
    }

    private void compare(Service was, Service is) {
        Map<String, Content> old = contents(before, was);
        Map<String, Content> now = contents(after, is);
        for (String output : is.classes()) {
            Content then = old.get(output);
            Content content = now.get(output);
            if (!was.classes().contains(output)) {
                found(output, is.scope()).certain().add(is.id());
            } else if (then != null && content != null && !then.equals(content)) {
                Found found = found(output, is.scope());
                boolean computed = then.how() == Content.How.COMPUTED && content.how() == Content.How.COMPUTED;
                (computed ? found.certain() : found.possible()).add(is.id());
            }
        }
        for (String output : was.classes()) {
            if (!is.classes().contains(output)) {
                found(output, is.scope()).certain().add(is.id());
            }
        }
    }

    private static Map<String, Content> contents(Resolution resolution, Service service) {
        SortedMap<String, Content> contents =
                resolution.coordination().contents().get(service.id());
        return contents == null ? Map.of() : contents;
    }

    /** Whoever has content for a class that goes to another backend, in the scope that chose or inside. */
    private void routed(List<BackendChange> backends) {
        if (backends.isEmpty()) {
            return;
        }
        Map<String, @Nullable String> parents = new HashMap<>();
        for (Scope scope : after.scopes()) {
            parents.put(scope.id(), scope.parent());
        }
        Map<String, SortedSet<String>> others = new HashMap<>();
        for (BackendChange change : backends) {
            SortedSet<String> classes = others.computeIfAbsent(change.scope(), _ -> new TreeSet<>());
            classes.add(change.routed());
            add(change.before(), classes);
            add(change.after(), classes);
        }
        for (Service service : after.services()) {
            String scope = service.scope();
            for (int depth = 0; scope != null && depth <= parents.size(); depth++) {
                for (String output : others.getOrDefault(scope, new TreeSet<>())) {
                    if (service.classes().contains(output)) {
                        found(output, service.scope()).certain().add(service.id());
                    }
                }
                scope = parents.get(scope);
            }
        }
    }

    private static void add(@Nullable String backend, SortedSet<String> classes) {
        if (backend != null) {
            classes.add(backend);
        }
    }

    /** All that a service says is new or gone somewhere. */
    private void add(Service service, String where, String because) {
        service.classes().forEach(output -> found(output, where).certain().add(because));
    }

    private Found found(String output, String where) {
        return outputs.computeIfAbsent(output, _ -> new TreeMap<>())
                .computeIfAbsent(where, _ -> new Found(new TreeSet<>(), new TreeSet<>()));
    }
}
