package dev.fairlead.fleet.require;

import dev.fairlead.fleet.declare.Declarations;
import dev.fairlead.fleet.declare.Declarations.ScopeDeclaration;
import dev.fairlead.fleet.deploy.DeployedService;
import dev.fairlead.fleet.deploy.Meta.Import;
import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.finding.FindingId;
import dev.fairlead.fleet.finding.Suggestions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What {@code meta.imports} names: a scope or service by id, an environment or a host by name, or the service of an
 * aspect by its path, the importer's host first.
 */
final class ServiceImports {
    private final Map<String, String> scopes = new HashMap<>();
    private final Map<String, DeployedService> services = new HashMap<>();
    private final Map<String, List<DeployedService>> byAspect = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();

    ServiceImports(Declarations declarations, List<DeployedService> all) {
        declarations.scopes().all().forEach(this::add);
        for (DeployedService service : all) {
            services.put(service.id(), service);
            byAspect.computeIfAbsent(service.aspect(), key -> new ArrayList<>()).add(service);
        }
    }

    private void add(ScopeDeclaration scope) {
        scopes.put(scope.id(), scope.id());
        if (!scope.kind().equals("user")) {
            String other = scopes.put(scope.name(), scope.id());
            if (other != null && !other.equals(scope.id())) {
                scopes.put(scope.name(), "");
            }
        }
    }

    /** The ids that each service imports, in order; what names nothing is a finding. */
    Map<DeployedService, List<String>> resolve(Collection<DeployedService> importers) {
        var imports = new HashMap<DeployedService, List<String>>();
        for (DeployedService service : importers) {
            for (Import written : service.meta().imports()) {
                String target = target(service, written);
                if (target != null && !target.equals(service.id())) {
                    imports.computeIfAbsent(service, key -> new ArrayList<>()).add(target);
                }
            }
        }
        return imports;
    }

    List<Finding> findings() {
        return findings;
    }

    private @Nullable String target(DeployedService importer, Import written) {
        String name = written.target();
        String scope = scopes.get(name);
        if (scope != null && scope.isEmpty()) {
            report(
                    importer,
                    written,
                    "is the name of an environment and of a host",
                    "write \"env:" + name + "\" or \"host:" + name + "\"");
            return null;
        }
        if (scope != null) {
            return scope;
        }
        if (services.containsKey(name)) {
            return name;
        }
        List<DeployedService> found =
                byAspect.getOrDefault(name.startsWith("service:") ? name.substring(8) : name, List.of());
        List<DeployedService> here =
                found.stream().filter(s -> s.scope().equals(importer.scope())).toList();
        List<DeployedService> candidates = here.isEmpty() ? found : here;
        if (candidates.size() == 1) {
            return candidates.getFirst().id();
        }
        if (candidates.isEmpty()) {
            var known = new TreeSet<String>(scopes.keySet());
            known.addAll(byAspect.keySet());
            String nearest = Suggestions.nearest(name, known);
            report(
                    importer,
                    written,
                    "is no scope or service of this fleet",
                    nearest == null ? null : "did you mean \"" + nearest + "\"?");
        } else {
            report(
                    importer,
                    written,
                    "is deployed in several scopes",
                    "write \"" + candidates.getFirst().id() + "\"");
        }
        return null;
    }

    private void report(DeployedService importer, Import written, String problem, @Nullable String fix) {
        findings.add(Finding.of(
                        FindingId.UNKNOWN_SCOPE,
                        importer.id() + " imports \"" + written.target() + "\", which " + problem + ".")
                .subject(importer.id())
                .at(written.location())
                .fix(fix)
                .build());
    }
}
