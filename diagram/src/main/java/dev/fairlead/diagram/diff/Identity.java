package dev.fairlead.diagram.diff;

import dev.fairlead.diagram.diff.Difference.Kind;
import dev.fairlead.fleet.resolution.Resolution;
import dev.fairlead.fleet.resolution.Resolution.Provision;
import dev.fairlead.fleet.resolution.Resolution.Requirement;
import dev.fairlead.fleet.resolution.Resolution.Scope;
import dev.fairlead.fleet.resolution.Resolution.Service;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which scope or service of a fleet is which of the fleet as it was. What has one id is one thing. Of the others, those
 * that agree in all but the name are the same under a new name or in a new place, provided that no other agrees as well: a
 * scope with the same services, or mostly the same; a service of the same aspect and instance in another scope; a service in
 * the same scope that requires and provides the same, or that is written in the same place.
 */
final class Identity {
    private final Map<String, Service> servicesBefore = new LinkedHashMap<>();
    private final Map<String, Service> servicesAfter = new LinkedHashMap<>();
    /** From an id as it was to the id as it is, where they differ. */
    private final Map<String, String> renamed = new HashMap<>();
    /** The other way round, services only. */
    private final Map<String, String> former = new HashMap<>();
    /** What happened to services that are in both, by the id as it is. */
    private final Map<String, Kind> kinds = new TreeMap<>();

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

    /** Whether a service that is in both moved or has another name; null if it did not, or only went along with its scope. */
    @Nullable
    Kind kind(String id) {
        return kinds.get(id);
    }

    /** Services that are there no longer. */
    List<Service> gone() {
        return servicesBefore.values().stream()
                .filter(service -> !renamed.containsKey(service.id()) && !former.containsKey(service.id()))
                .toList();
    }

    /** Services that were not there. */
    List<Service> come() {
        return servicesAfter.values().stream()
                .filter(service -> !former.containsKey(service.id()))
                .toList();
    }

    private void matchScopes(Resolution before, Resolution after) {
        Set<String> was = new HashSet<>();
        before.scopes().forEach(scope -> was.add(scope.id()));
        Set<String> is = new HashSet<>();
        after.scopes().forEach(scope -> is.add(scope.id()));
        Map<String, Set<String>> deployedBefore = deployed(servicesBefore.values());
        Map<String, Set<String>> deployedAfter = deployed(servicesAfter.values());
        List<Scope> gone = before.scopes().stream()
                .filter(scope -> !is.contains(scope.id()))
                .toList();
        List<Scope> come = after.scopes().stream()
                .filter(scope -> !was.contains(scope.id()))
                .toList();
        Map<Scope, Scope> same = Pairing.<Scope, List<?>>unique(
                gone, come, scope -> shape(scope, deployedBefore), scope -> shape(scope, deployedAfter));
        same.forEach((old, now) -> renamed.put(old.id(), now.id()));
        Pairing.likest(
                        gone.stream().filter(scope -> !same.containsKey(scope)).toList(),
                        come.stream()
                                .filter(scope -> !same.containsValue(scope))
                                .toList(),
                        (old, now) -> likeness(old, now, deployedBefore, deployedAfter))
                .forEach((old, now) -> renamed.put(old.id(), now.id()));
    }

    private static Map<String, Set<String>> deployed(Collection<Service> services) {
        Map<String, Set<String>> deployed = new HashMap<>();
        services.forEach(service ->
                deployed.computeIfAbsent(service.scope(), _ -> new HashSet<>()).add(aspect(service)));
        return deployed;
    }

    /** Null for a scope with nothing in it: too many are like it. */
    private static @Nullable List<?> shape(Scope scope, Map<String, Set<String>> deployed) {
        Set<String> services = deployed.getOrDefault(scope.id(), Set.of());
        return services.isEmpty()
                ? null
                : List.of(scope.kind(), String.valueOf(scope.parent()), scope.tags(), scope.imports(), services);
    }

    /** The part of the services of either that both have. */
    private static double likeness(
            Scope old, Scope now, Map<String, Set<String>> before, Map<String, Set<String>> after) {
        Set<String> was = before.getOrDefault(old.id(), Set.of());
        Set<String> is = after.getOrDefault(now.id(), Set.of());
        if (!old.kind().equals(now.kind()) || !Objects.equals(old.parent(), now.parent()) || was.isEmpty()) {
            return 0;
        }
        long common = was.stream().filter(is::contains).count();
        return (double) common / (was.size() + is.size() - common);
    }

    private void matchServices() {
        Map<List<String>, Service> places = new HashMap<>();
        servicesAfter.values().forEach(service -> places.put(List.of(service.scope(), aspect(service)), service));
        for (Service service : servicesBefore.values()) {
            Service same = places.get(List.of(now(service.scope()), aspect(service)));
            if (renamed.containsKey(service.scope()) && same != null) {
                match(service, same, null);
            } else if (servicesAfter.containsKey(service.id())) {
                former.put(service.id(), service.id());
            }
        }
        pair(Kind.MOVED, Identity::aspect, Identity::aspect);
        pair(Kind.RENAMED, service -> shape(service, now(service.scope())), service -> shape(service, service.scope()));
        pair(
                Kind.RENAMED,
                service -> origin(service, now(service.scope())),
                service -> origin(service, service.scope()));
    }

    private <K> void pair(Kind kind, Function<Service, @Nullable K> was, Function<Service, @Nullable K> is) {
        Pairing.unique(gone(), come(), was, is).forEach((old, now) -> match(old, now, kind));
    }

    /** @param kind null for a service that only went along with its scope */
    private void match(Service was, Service is, @Nullable Kind kind) {
        renamed.put(was.id(), is.id());
        former.put(is.id(), was.id());
        if (kind != null) {
            kinds.put(is.id(), kind);
        }
    }

    private static String aspect(Service service) {
        return service.instance() == null ? service.name() : service.name() + "[" + service.instance() + "]";
    }

    /** Null for a service that neither requires nor provides anything: too many are like it. */
    private static @Nullable List<?> shape(Service service, String scope) {
        if (service.requires().isEmpty() && service.provides().isEmpty()) {
            return null;
        }
        var shape = new ArrayList<Object>(List.of(scope, service.classes()));
        shape.add(service.requires().stream().map(Requirement::capability).toList());
        shape.add(service.provides().stream().map(Provision::capability).toList());
        return shape;
    }

    /** Where it is written, and all else that a change of the name alone leaves as it was. */
    private static @Nullable List<?> origin(Service service, String scope) {
        return service.location() == null
                ? null
                : Arrays.asList(
                        scope,
                        service.location().file(),
                        service.location().line(),
                        service.classes(),
                        service.requires().stream().map(Requirement::capability).toList(),
                        service.provides().stream().map(Provision::capability).toList());
    }
}
