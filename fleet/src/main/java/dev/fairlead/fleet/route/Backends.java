package dev.fairlead.fleet.route;

import dev.fairlead.fleet.declare.Declarations;
import dev.fairlead.fleet.declare.Declarations.ScopeDeclaration;
import dev.fairlead.fleet.declare.EvaluationFindings;
import dev.fairlead.fleet.declare.Findings;
import dev.fairlead.fleet.declare.Places;
import dev.fairlead.fleet.deploy.Arguments;
import dev.fairlead.fleet.deploy.Context;
import dev.fairlead.fleet.deploy.DeployedService;
import dev.fairlead.fleet.deploy.FacetReader;
import dev.fairlead.fleet.deploy.Written;
import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.finding.Place;
import dev.fairlead.fleet.policy.Change;
import dev.fairlead.fleet.policy.Policy;
import dev.fairlead.fleet.resolution.ServiceNames;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.Symbol;
import dev.fairlead.nix.value.Value;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which backend each class has where: what a service chooses in {@code meta.backends} comes before what its scope does,
 * that before the scopes around it, and last comes what the class itself says.
 */
public final class Backends {
    private static final Symbol BACKENDS = Symbol.of("backends");

    private final Setting setting;
    private final Map<String, ScopeDeclaration> scopes = new HashMap<>();
    private final SortedMap<String, SortedMap<String, BackendChoice>> choices = new TreeMap<>();
    private final Map<Written, SortedMap<String, BackendChoice>> everywhere = new HashMap<>();
    private final Findings findings = new Findings();
    private final BackendReader reader;

    /** Where evaluation happens, and how what it runs into is told. */
    public record Setting(Places places, EvaluationFindings errors, Arguments arguments, Policy policy) {}

    /** Decides for all services. */
    public Backends(Declarations declarations, List<DeployedService> services, Setting setting) {
        this.setting = setting;
        RoutedClasses routed = RoutedClasses.read(
                declarations.registries().classes(), facet(Context.NOWHERE, "fleet", new Findings()));
        var details = new ClassDetails(facet(Context.NOWHERE, "fleet", findings));
        declarations.registries().classes().forEach(details::check);
        this.reader = new BackendReader(routed, declarations.facets().classes().classes(), findings);
        for (ScopeDeclaration scope : declarations.scopes().all()) {
            scopes.put(scope.id(), scope);
            read(scope);
        }
        var unsupported = new UnsupportedBackends(
                new ServiceNames(services.stream().map(DeployedService::id).toList()));
        for (DeployedService service : services) {
            read(service);
            if (!service.classes().isEmpty()) {
                routed.all().forEach(of -> unsupported.check(service, of, choice(service, of)));
            }
        }
        findings.addAll(unsupported.findings());
    }

    /** What each scope and service chooses itself, by its id, then by class. */
    public SortedMap<String, SortedMap<String, String>> chosen() {
        var chosen = new TreeMap<String, SortedMap<String, String>>();
        choices.forEach((id, byClass) -> {
            var backends = new TreeMap<String, String>();
            byClass.forEach((name, choice) -> backends.put(name, choice.backend()));
            chosen.put(id, backends);
        });
        return Collections.unmodifiableSortedMap(chosen);
    }

    /** What is wrong with choices. */
    public List<Finding> findings() {
        return findings.sorted();
    }

    private FacetReader facet(Context context, String subject, Findings to) {
        return new FacetReader(context, setting.arguments(), subject, setting.places(), setting.errors(), to);
    }

    private void read(ScopeDeclaration scope) {
        Value cell = scope.attributes().get(BACKENDS);
        if (cell == null) {
            keep(scope.id(), Collections.emptySortedMap());
        } else {
            Place written = setting.places().at(scope.attributes().position(BACKENDS));
            Place place = written == null ? scope.location() : written;
            FacetReader facet = facet(Context.NOWHERE, scope.id(), findings);
            keep(
                    scope.id(),
                    reader.read(cell, scope.id(), name -> "backends" + name + " of " + scope.id(), place, facet));
        }
    }

    private void read(DeployedService service) {
        Written meta = service.facet("meta");
        if (meta == null) {
            keep(service.id(), Collections.emptySortedMap());
            return;
        }
        SortedMap<String, BackendChoice> known = everywhere.get(meta);
        if (known == null) {
            FacetReader facet = facet(service.context(), service.id(), findings);
            known = read(service, meta, facet);
            if (!facet.isContextual()) {
                everywhere.put(meta, known);
            }
        }
        keep(service.id(), known);
    }

    /** What is wrong with {@code meta} as a whole was reported when the service was deployed. */
    private SortedMap<String, BackendChoice> read(DeployedService service, Written meta, FacetReader facet) {
        String path = service.writtenAs() + ".meta";
        if (!(facet.read(meta.cell(), path, meta.location()) instanceof AttrsValue set)) {
            return Collections.emptySortedMap();
        }
        Value cell = set.get(BACKENDS);
        if (cell == null) {
            return Collections.emptySortedMap();
        }
        Place place = facet.place(set, set.shape().indexOf(BACKENDS), meta.location());
        return reader.read(cell, service.id(), name -> path + ".backends" + name, place, facet);
    }

    /** Keeps what a scope or service says, and what rules say of it in its place. */
    private void keep(String id, SortedMap<String, BackendChoice> read) {
        List<Change.Backend> changes = setting.policy().of(Change.Backend.class, id);
        if (!changes.isEmpty()) {
            choices.put(id, reader.changed(read, changes));
        } else if (!read.isEmpty()) {
            choices.put(id, read);
        }
    }

    private @Nullable BackendChoice choice(DeployedService service, RoutedClass of) {
        BackendChoice own = choice(service.id(), of);
        ScopeDeclaration at = service.scope();
        while (own == null && at != null) {
            own = choice(at.id(), of);
            at = at.parent() == null ? null : scopes.get(at.parent());
        }
        if (own != null || of.standard() == null) {
            return own;
        }
        return new BackendChoice(of.standard(), null, of.location());
    }

    private @Nullable BackendChoice choice(String id, RoutedClass of) {
        SortedMap<String, BackendChoice> byClass = choices.get(id);
        return byClass == null ? null : byClass.get(of.name());
    }
}
