package dev.fairlead.fleet.require;

import dev.fairlead.fleet.declare.Declarations;
import dev.fairlead.fleet.deploy.DeployedService;
import dev.fairlead.fleet.deploy.Doubt;
import dev.fairlead.fleet.deploy.ExcludedService;
import dev.fairlead.fleet.deploy.IdleAspects.Idle;
import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.resolution.ServiceNames;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * What became of all requirements of a fleet.
 *
 * @param bindings for each service, its requirements in order
 * @param imports for each service that imports, the ids it imports
 * @param unmet why a requirement is bound to nothing, for those of which that is known; by identity
 */
public record Outcome(
        Map<DeployedService, List<Binding>> bindings,
        Map<DeployedService, List<String>> imports,
        FleetGraph graph,
        DependencyOrder order,
        Map<Binding, Finding> unmet,
        List<Finding> findings) {

    /**
     * Resolves the requirements of all services.
     *
     * @param services sorted by id
     * @param excluded what would be deployed if nothing excluded it
     * @param seen what is seen of hosts that are not resolved
     * @param doubt what could not be read: what is missing may be provided there
     * @param selectors those that requirements choose providers by
     * @param aspects each aspect, deployed or not; only asked if something is missing
     */
    public static Outcome of(
            Declarations declarations,
            List<DeployedService> services,
            List<ExcludedService> excluded,
            Seen seen,
            Doubt doubt,
            ProviderSelectors selectors,
            Supplier<Map<String, Idle>> aspects) {
        var serviceImports = new ServiceImports(declarations, services);
        Map<DeployedService, List<String>> imports = serviceImports.resolve(services);
        var fleet = new FleetGraph(declarations, services, imports, seen);
        Supplier<Providers> providers = once(() -> new Providers(aspects.get(), services, excluded));
        var requirements = new Requirements(
                fleet,
                declarations.aspects(),
                services,
                doubt,
                selectors,
                wanted -> !doubt.aspects().isEmpty() && providers.get().bring(wanted, doubt.aspects()));
        var bindings = new LinkedHashMap<DeployedService, List<Binding>>();
        var all = new ArrayList<Binding>();
        for (DeployedService service : services) {
            List<Binding> bound = requirements.bind(service);
            bindings.put(service, bound);
            all.addAll(bound);
        }
        var names = new ServiceNames(services.stream().map(DeployedService::id).toList());
        var order = new DependencyOrder(services, all, seen.waves());
        var findings = new ArrayList<Finding>(serviceImports.findings());
        findings.addAll(selectors.findings());
        findings.addAll(IdleChoices.of(declarations.scopes(), services));
        findings.addAll(IdleExposures.of(declarations.scopes(), services));
        findings.addAll(order.findings(names, declarations.dialect()));
        Map<Binding, Finding> unmet = argue(declarations, fleet, requirements, all, services, names, providers);
        all.stream().map(unmet::get).filter(Objects::nonNull).forEach(findings::add);
        return new Outcome(bindings, imports, fleet, order, unmet, List.copyOf(findings));
    }

    private static <T> Supplier<T> once(Supplier<T> compute) {
        var known = new ArrayList<T>(1);
        return () -> {
            if (known.isEmpty()) {
                known.add(compute.get());
            }
            return known.getFirst();
        };
    }

    private static Map<Binding, Finding> argue(
            Declarations declarations,
            FleetGraph fleet,
            Requirements requirements,
            List<Binding> all,
            List<DeployedService> services,
            ServiceNames names,
            Supplier<Providers> providers) {
        List<Binding> unmet = all.stream()
                .filter(binding -> switch (binding.state()) {
                    case MISSING, AMBIGUOUS -> true;
                    default -> false;
                })
                .toList();
        if (unmet.isEmpty() && requirements.rejectedChoices().isEmpty()) {
            return Map.of();
        }
        var chains = new Chains(services, all);
        var findings = new IdentityHashMap<Binding, Finding>();
        var others =
                new BindingFindings(fleet, requirements, declarations.aspects(), chains, names, declarations.dialect());
        var missing = new MissingDependency(
                fleet, requirements, declarations.aspects(), providers.get(), chains, names, declarations.dialect());
        for (Binding binding : unmet) {
            findings.put(
                    binding,
                    switch (binding.state()) {
                        case AMBIGUOUS -> others.ambiguous(binding);
                        default -> missing.finding(binding);
                    });
        }
        others.rejected(requirements.rejectedChoices()).forEach(findings::put);
        return findings;
    }
}
