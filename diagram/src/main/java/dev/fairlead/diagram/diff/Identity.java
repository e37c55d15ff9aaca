package dev.fairlead.diagram.diff;

import dev.fairlead.diagram.diff.Difference.Kind;
import dev.fairlead.diagram.diff.Difference.ServiceChange;
import dev.fairlead.fleet.Resolution;
import dev.fairlead.fleet.Resolution.Provision;
import dev.fairlead.fleet.Resolution.Requirement;
import dev.fairlead.fleet.Resolution.Scope;
import dev.fairlead.fleet.Resolution.Service;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which scope or service of a fleet is which of the fleet as it was. What has one id is one thing. Of the others, those
 * that agree in all but the name are the same under a new name or in a new place, provided that no other agrees as well:
 * a scope with the same services and surroundings; a service of the same aspect and instance in another scope; a service in
 * the same scope that requires and provides the same.
 */
final class Identity {
    private final Map<String, Service> servicesBefore = new LinkedHashMap<>();
    private final Map<String, Service> servicesAfter = new LinkedHashMap<>();
    /** From an id as it was to the id as it is, where they differ. */
    private final Map<String, String> renamed = new HashMap<>();
    /** The other way round, services only. */
    private final Map<String, String> former = new HashMap<>();

    private final List<ServiceChange> changes = new ArrayList<>();

    private Identity() {}

    static Identity of(Resolution before, Resolution after) {
        Identity identity = new Identity();
        before.services().forEach(service -> identity.servicesBefore.put(service.id(), service));
        after.services().forEach(service -> identity.servicesAfter.put(service.id(), service));
        identity.matchScopes(before, after);
        identity.matchServices();
        return identity;
    }

    /** The id as it is now of what had this id; the same if it is gone or has kept its id. */
    String now(String id) {
        return renamed.getOrDefault(id, id);
    }

    List<String> now(List<String> ids) {
        return ids.stream().map(this::now).toList();
    }

    /** The service as it was that has this id now, or null if it is new. */
    @Nullable
    Service before(String id) {
        return servicesBefore.get(former.getOrDefault(id, id));
    }

    /** The service that had this id, or null. */
    @Nullable
    Service asItWas(String id) {
        return servicesBefore.get(id);
    }

    /** Services that are added, removed, moved and renamed, by id. */
    List<ServiceChange> changes() {
        return List.copyOf(changes);
    }

    private void matchScopes(Resolution before, Resolution after) {
        Map<String, Scope> was = new LinkedHashMap<>();
        before.scopes().forEach(scope -> was.put(scope.id(), scope));
        Map<String, Scope> is = new LinkedHashMap<>();
        after.scopes().forEach(scope -> is.put(scope.id(), scope));
        Map<String, List<String>> deployedBefore = deployed(before);
        Map<String, List<String>> deployedAfter = deployed(after);
        unique(
                        without(was, is).values(),
                        without(is, was).values(),
                        scope -> shape(scope, deployedBefore),
                        scope -> shape(scope, deployedAfter))
                .forEach((gone, come) -> renamed.put(gone.id(), come.id()));
    }

    private static Map<String, List<String>> deployed(Resolution resolution) {
        Map<String, List<String>> deployed = new HashMap<>();
        resolution
                .services()
                .forEach(service -> deployed.computeIfAbsent(service.scope(), _ -> new ArrayList<>())
                        .add(aspect(service)));
        return deployed;
    }

    /** Null for a scope with nothing in it: too many are like it. */
    private static @Nullable Object shape(Scope scope, Map<String, List<String>> deployed) {
        List<String> services = deployed.getOrDefault(scope.id(), List.of());
        return services.isEmpty()
                ? null
                : List.of(scope.kind(), String.valueOf(scope.parent()), scope.tags(), scope.imports(), services);
    }

    private void matchServices() {
        for (Service service : servicesBefore.values()) {
            String id = service.id();
            String scope = renamed.get(service.scope());
            if (scope != null) {
                servicesAfter.values().stream()
                        .filter(each ->
                                each.scope().equals(scope) && aspect(each).equals(aspect(service)))
                        .findFirst()
                        .ifPresent(each -> match(service, each, null));
            } else if (servicesAfter.containsKey(id)) {
                former.put(id, id);
            }
        }
        unique(gone(), come(), Identity::aspect, Identity::aspect).forEach((a, b) -> match(a, b, Kind.MOVED));
        unique(
                        gone(),
                        come(),
                        service -> shape(service, now(service.scope())),
                        service -> shape(service, service.scope()))
                .forEach((a, b) -> match(a, b, Kind.RENAMED));
        gone().forEach(service -> changes.add(new ServiceChange(Kind.REMOVED, service.id(), null)));
        come().forEach(service -> changes.add(new ServiceChange(Kind.ADDED, null, service.id())));
        changes.sort(Comparator.comparing(ServiceChange::id).thenComparing(ServiceChange::kind));
    }

    /** @param kind null for a service that only went along with its scope */
    private void match(Service was, Service is, @Nullable Kind kind) {
        renamed.put(was.id(), is.id());
        former.put(is.id(), was.id());
        if (kind != null) {
            changes.add(new ServiceChange(kind, was.id(), is.id()));
        }
    }

    private List<Service> gone() {
        return servicesBefore.values().stream()
                .filter(service -> !renamed.containsKey(service.id()) && !former.containsKey(service.id()))
                .toList();
    }

    private List<Service> come() {
        return servicesAfter.values().stream()
                .filter(service -> !former.containsKey(service.id()))
                .toList();
    }

    private static String aspect(Service service) {
        return service.instance() == null ? service.name() : service.name() + "[" + service.instance() + "]";
    }

    /** Null for a service that neither requires nor provides anything: too many are like it. */
    private static @Nullable Object shape(Service service, String scope) {
        if (service.requires().isEmpty() && service.provides().isEmpty()) {
            return null;
        }
        return List.of(
                scope,
                service.requires().stream().map(Requirement::capability).toList(),
                service.provides().stream().map(Provision::capability).toList(),
                service.classes());
    }

    private static <T> Map<String, T> without(Map<String, T> map, Map<String, T> other) {
        Map<String, T> rest = new LinkedHashMap<>(map);
        rest.keySet().removeAll(other.keySet());
        return rest;
    }

    /** Pairs of one and another with equal keys, where no second of either has that key. */
    private static <T, K> Map<T, T> unique(
            Iterable<T> ones,
            Iterable<T> others,
            Function<T, ? extends @Nullable K> keyOfOne,
            Function<T, ? extends @Nullable K> keyOfOther) {
        Map<K, List<T>> first = grouped(ones, keyOfOne);
        Map<K, List<T>> second = grouped(others, keyOfOther);
        Map<T, T> pairs = new LinkedHashMap<>();
        first.forEach((key, candidates) -> {
            List<T> matching = second.getOrDefault(key, List.of());
            if (candidates.size() == 1 && matching.size() == 1) {
                pairs.put(candidates.getFirst(), matching.getFirst());
            }
        });
        return pairs;
    }

    private static <T, K> Map<K, List<T>> grouped(Iterable<T> values, Function<T, ? extends @Nullable K> key) {
        Map<K, List<T>> groups = new LinkedHashMap<>();
        for (T value : values) {
            K group = key.apply(value);
            if (group != null) {
                groups.computeIfAbsent(group, _ -> new ArrayList<>()).add(value);
            }
        }
        return groups;
    }
}
