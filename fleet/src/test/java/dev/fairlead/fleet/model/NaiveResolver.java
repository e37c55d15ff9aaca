package dev.fairlead.fleet.model;

import dev.fairlead.fleet.model.FleetModel.Aspect;
import dev.fairlead.fleet.model.FleetModel.Environment;
import dev.fairlead.fleet.model.FleetModel.Host;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What the requirements of a fleet come to, computed by writing down every path there is: exponential, and as plain as
 * the definition. An answer is the state and the services bound, as {@code "bound service:a@h"}.
 */
final class NaiveResolver {
    private static final List<String> WIDTHS = List.of("host", "environment", "fleet");

    private final Map<String, Environment> environments;
    private final Map<String, Host> hosts;
    private final Map<String, Aspect> aspects;
    /** Services by id: aspect and host. */
    private final SortedMap<String, Map.Entry<Aspect, Host>> services = new TreeMap<>();

    NaiveResolver(FleetModel fleet) {
        environments = fleet.environments().stream().collect(Collectors.toMap(Environment::name, e -> e));
        hosts = fleet.hosts().stream().collect(Collectors.toMap(Host::name, h -> h));
        aspects = fleet.aspects().stream().collect(Collectors.toMap(Aspect::name, a -> a));
        for (Host host : fleet.hosts()) {
            var deployed = new LinkedHashSet<String>();
            host.includes().forEach(aspect -> deploy(aspect, deployed));
            includesOf(host.environment(), new LinkedHashSet<>(), deployed);
            deployed.forEach(
                    name -> services.put("service:" + name + "@" + host.name(), Map.entry(aspects.get(name), host)));
        }
    }

    private void includesOf(String environment, Set<String> seen, Set<String> deployed) {
        if (environment != null && seen.add(environment)) {
            environments.get(environment).includes().forEach(aspect -> deploy(aspect, deployed));
            environments.get(environment).imports().forEach(other -> includesOf(other, seen, deployed));
        }
    }

    private void deploy(String aspect, Set<String> deployed) {
        if (deployed.add(aspect)) {
            aspects.get(aspect).includes().forEach(other -> deploy(other, deployed));
        }
    }

    /** Ids of all services. */
    Set<String> services() {
        return services.keySet();
    }

    /** What becomes of each requirement of a service. */
    SortedMap<String, String> answers(String service) {
        var answers = new TreeMap<String, String>();
        services.get(service)
                .getKey()
                .requires()
                .forEach(
                        (capability, cardinality) -> answers.put(capability, answer(service, capability, cardinality)));
        return answers;
    }

    private String answer(String service, String capability, String cardinality) {
        // The best labels with which each provider is found.
        var found = new TreeMap<String, String>();
        walk(service, "", List.of(), true, (scope, labels) -> {
            for (String provider : declaredIn(scope, capability)) {
                if (!provider.equals(service)) {
                    found.merge(provider, labels + "0", (a, b) -> a.compareTo(b) <= 0 ? a : b);
                }
            }
        });
        boolean many = cardinality.equals("many") || cardinality.equals("some");
        if (many && !found.isEmpty()) {
            return "bound " + new TreeSet<>(found.keySet());
        }
        String chosen = many ? null : chosen(service, capability, found);
        if (chosen != null) {
            return chosen;
        }
        if (found.isEmpty()) {
            return cardinality.equals("one") || cardinality.equals("some") ? "missing []" : "optional []";
        }
        return nearest(found);
    }

    private static String nearest(SortedMap<String, String> found) {
        String nearest = found.values().stream().min(String::compareTo).orElseThrow();
        List<String> visible = found.entrySet().stream()
                .filter(each -> each.getValue().equals(nearest))
                .map(Map.Entry::getKey)
                .toList();
        return visible.size() == 1 ? "bound " + visible : "ambiguous []";
    }

    /** What the nearest binding says, or null if none does. */
    private String chosen(String service, String capability, SortedMap<String, String> found) {
        Host host = services.get(service).getValue();
        var around = new ArrayList<SortedMap<String, String>>();
        around.add(host.bindings());
        if (host.environment() != null) {
            around.add(environments.get(host.environment()).bindings());
        }
        for (SortedMap<String, String> bindings : around) {
            String choice = bindings.get(capability);
            if (choice != null) {
                var matching = new TreeMap<>(found);
                matching.keySet().removeIf(id -> !isChosen(id, choice));
                if (!matching.isEmpty()) {
                    return nearest(matching);
                }
                if (!isChosen(service, choice)) {
                    return "unknown []";
                }
            }
        }
        return null;
    }

    private static boolean isChosen(String service, String choice) {
        return service.equals(choice) || service.startsWith(choice + "@");
    }

    private interface Visit {
        void at(String scope, String labels);
    }

    /** Every path P* I* that enters no scope twice. Labels are written so that text order is D before I before P. */
    private void walk(String scope, String labels, List<String> before, boolean mayRise, Visit visit) {
        if (before.contains(scope)) {
            return;
        }
        visit.at(scope, labels);
        var path = new ArrayList<>(before);
        path.add(scope);
        for (String imported : imports(scope)) {
            walk(imported, labels + "1", path, false, visit);
        }
        String parent = parent(scope);
        if (mayRise && parent != null) {
            walk(parent, labels + "2", path, true, visit);
        }
    }

    private List<String> imports(String scope) {
        if (scope.startsWith("service:")) {
            return services.get(scope).getKey().imports().stream()
                    .map(this::scope)
                    .toList();
        }
        if (scope.startsWith("host:")) {
            return hosts.get(scope.substring(5)).imports().stream()
                    .map(this::scope)
                    .toList();
        }
        return scope.equals("fleet") || scope.equals("env:default")
                ? List.of()
                : environments.get(scope.substring(4)).imports().stream()
                        .map(this::scope)
                        .toList();
    }

    private String scope(String name) {
        return environments.containsKey(name) ? "env:" + name : "host:" + name;
    }

    private String parent(String scope) {
        if (scope.startsWith("service:")) {
            return "host:" + services.get(scope).getValue().name();
        }
        if (scope.startsWith("host:")) {
            String environment = hosts.get(scope.substring(5)).environment();
            return "env:" + (environment == null ? "default" : environment);
        }
        return scope.equals("fleet") ? null : "fleet";
    }

    /** The services that declare a capability at a scope: their own, and those around as far as it is seen. */
    private List<String> declaredIn(String scope, String capability) {
        var providers = new ArrayList<String>();
        services.forEach((id, service) -> {
            String width = width(service.getKey(), service.getValue(), capability);
            if (width != null) {
                String at = id;
                for (int seen = -1; seen <= WIDTHS.indexOf(width); seen++) {
                    if (scope.equals(at)) {
                        providers.add(id);
                    }
                    at = parent(at) == null ? "" : parent(at);
                }
            }
        });
        return providers;
    }

    private static String width(Aspect aspect, Host host, String capability) {
        String written = aspect.provides().get(capability);
        if (written == null && !capability.equals(aspect.name())) {
            return null;
        }
        String own = written == null || written.equals("default") ? "host" : written;
        String exposed = host.expose().get(capability);
        return exposed == null || WIDTHS.indexOf(exposed) < WIDTHS.indexOf(own) ? own : exposed;
    }
}
