package dev.fairlead.diagram.diff;

import dev.fairlead.diagram.diff.Difference.Kind;
import dev.fairlead.diagram.diff.Difference.ServiceChange;
import dev.fairlead.fleet.resolution.Resolution;
import dev.fairlead.fleet.resolution.Resolution.Provision;
import dev.fairlead.fleet.resolution.Resolution.Requirement;
import dev.fairlead.fleet.resolution.Resolution.Service;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Compares what services are declared to be; not what they are bound to. */
final class ServiceComparison {
    private final Resolution after;
    private final Identity identity;

    ServiceComparison(Resolution after, Identity identity) {
        this.after = after;
        this.identity = identity;
    }

    /** Services that are added, removed, moved, renamed and changed, by id. */
    List<ServiceChange> changes() {
        var changes = new ArrayList<ServiceChange>();
        identity.gone().forEach(service -> changes.add(new ServiceChange(Kind.REMOVED, service.id(), null, List.of())));
        identity.come().forEach(service -> changes.add(new ServiceChange(Kind.ADDED, null, service.id(), List.of())));
        for (Service is : after.services()) {
            Service was = identity.before(is.id());
            if (was == null) {
                continue;
            }
            Kind kind = identity.kind(is.id());
            List<String> attributes = attributes(was, is);
            if (kind != null) {
                changes.add(new ServiceChange(kind, was.id(), is.id(), attributes));
            } else if (!attributes.isEmpty()) {
                changes.add(new ServiceChange(Kind.CHANGED, is.id(), is.id(), attributes));
            }
        }
        changes.sort(Comparator.comparing(ServiceChange::id).thenComparing(ServiceChange::kind));
        return changes;
    }

    private List<String> attributes(Service was, Service is) {
        if (was.equals(is)) {
            return List.of();
        }
        var attributes = new TreeSet<String>();
        differing("provides.", was.provides(), is.provides(), Provision::capability, ServiceComparison::offer)
                .forEach(attributes::add);
        differing("requires.", was.requires(), is.requires(), Requirement::capability, ServiceComparison::wish)
                .forEach(attributes::add);
        if (!was.classes().equals(is.classes())) {
            attributes.add("classes");
        }
        if (!was.visibility().equals(is.visibility())) {
            attributes.add("visibility");
        }
        // One that moved is included by something else of course.
        if (identity.kind(is.id()) == null && !brought(was, identity::now).equals(brought(is, by -> by))) {
            attributes.add("includedBy");
        }
        return List.copyOf(attributes);
    }

    private static Object offer(Provision provision) {
        return List.of(provision.visibility(), provision.data());
    }

    private static Object wish(Requirement requirement) {
        return List.of(requirement.cardinality(), requirement.late());
    }

    private static <T> List<String> differing(
            String prefix, List<T> was, List<T> is, Function<T, String> name, Function<T, Object> facts) {
        if (was.equals(is)) {
            return List.of();
        }
        Map<String, Object> before = new HashMap<>();
        was.forEach(each -> before.put(name.apply(each), facts.apply(each)));
        Map<String, Object> after = new HashMap<>();
        is.forEach(each -> after.put(name.apply(each), facts.apply(each)));
        var names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        names.removeIf(each -> Objects.equals(before.get(each), after.get(each)));
        return names.stream().map(each -> prefix + each).toList();
    }

    private static Set<String> brought(Service service, Function<String, String> ids) {
        var by = new TreeSet<String>();
        service.includedBy().forEach(way -> by.add(ids.apply(way.by())));
        return by;
    }
}
