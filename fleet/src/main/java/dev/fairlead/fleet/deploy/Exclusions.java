package dev.fairlead.fleet.deploy;

import dev.fairlead.fleet.declare.AspectTree.Aspect;
import dev.fairlead.fleet.declare.Declarations;
import dev.fairlead.fleet.declare.Declarations.Listed;
import dev.fairlead.fleet.declare.Declarations.ScopeDeclaration;
import dev.fairlead.fleet.declare.merge.AspectPath;
import dev.fairlead.fleet.deploy.DeployedService.Brought;
import dev.fairlead.fleet.finding.Place;
import dev.fairlead.fleet.policy.Change;
import dev.fairlead.fleet.policy.Policy;
import dev.fairlead.fleet.resolution.Resolution.Inclusion;
import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.FunctionValue;
import dev.fairlead.nix.value.ListValue;
import dev.fairlead.nix.value.StringValue;
import dev.fairlead.nix.value.Symbol;
import dev.fairlead.nix.value.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Takes away what is excluded: once, when all includes have been followed, so that the order they are followed in cannot
 * matter. Every exclude that was reached counts, also that of a service which another takes away. Then goes whatever
 * nothing brings any more that stays. Costs a step for each service and include, if anything is excluded at all.
 */
final class Exclusions {
    /** An aspect, or one instance of it, that is to be kept out. */
    private record Ban(String aspect, @Nullable String instance, Inclusion by) {
        boolean concerns(DeployedService service) {
            return service.aspect().equals(aspect) && (instance == null || instance.equals(service.instance()));
        }
    }

    private static final Symbol EXCLUDES = Symbol.of("excludes");

    private final Declarations declarations;
    private final ScopeIncludes includes;
    private final FacetReaders readers;
    private final AspectNames names;
    private final Policy policy;
    private final Map<String, List<Ban>> bans = new HashMap<>();

    Exclusions(
            Declarations declarations, ScopeIncludes includes, FacetReaders readers, AspectNames names, Policy policy) {
        this.declarations = declarations;
        this.includes = includes;
        this.readers = readers;
        this.names = names;
        this.policy = policy;
    }

    /** What must go, in the order of services; what stays has forgotten it. */
    List<ExcludedService> of(Collection<DeployedService> services) {
        ban(services);
        if (bans.isEmpty()) {
            return List.of();
        }
        var excluded = new ArrayList<ExcludedService>();
        var stays = new HashSet<DeployedService>(services);
        var reasons = new HashMap<DeployedService, List<Inclusion>>();
        for (DeployedService service : services) {
            List<Inclusion> by = bansOf(service);
            reasons.put(service, by);
            if (!by.isEmpty()) {
                stays.remove(service);
            }
        }
        stays.retainAll(brought(stays));
        var ids = stays.stream().map(DeployedService::id).collect(Collectors.toSet());
        for (DeployedService service : services) {
            if (stays.contains(service)) {
                service.keepOnly(ids);
            } else {
                excluded.add(new ExcludedService(service, reasons.getOrDefault(service, List.of())));
            }
        }
        return excluded;
    }

    private void ban(Collection<DeployedService> services) {
        for (ScopeDeclaration scope : declarations.scopes().all()) {
            Value written = scope.attributes().get(EXCLUDES);
            if (written != null) {
                FacetReader facet = readers.in(scope, scope.id());
                Place near = facet.placeAt(scope.attributes().position(EXCLUDES), scope.location());
                ListValue list = facet.list(written, "excludes of " + scope.id(), near);
                for (int i = 0; list != null && i < list.size(); i++) {
                    Place place = facet.place(list, i, near);
                    facet.item(list.get(i), list.position(i), place)
                            .forEach(item -> ban(item.value(), place, scope, scope.id(), facet));
                }
            }
        }
        for (Change.Exclude exclude : policy.all(Change.Exclude.class)) {
            var by = new Inclusion(exclude.because().layer(), exclude.because().place());
            // An inline aspect is declared nowhere, and known by its services.
            if (services.stream().noneMatch(service -> service.aspect().equals(exclude.aspect()))) {
                names.find(exclude.aspect(), by.by(), "excludes", by.location());
            }
            bans.computeIfAbsent(exclude.target(), id -> new ArrayList<>()).add(new Ban(exclude.aspect(), null, by));
        }
        for (DeployedService service : services) {
            for (Listed each : service.excludes()) {
                FacetReader facet = readers.in(service.context(), service.id());
                ban(each.value(), each.location(), service.scope(), service.id(), facet);
            }
        }
    }

    private void ban(Value cell, @Nullable Place place, ScopeDeclaration scope, String by, FacetReader facet) {
        Value value = facet.force(cell, place);
        Value aspect = value;
        String instance = null;
        if (value instanceof AttrsValue set && AspectPath.of(set) == null && set.get("aspect") != null) {
            aspect = facet.force(set.get("aspect"), place);
            Value named = set.get("instance");
            instance = named == null ? null : facet.text(named, "instance of an exclude of " + by, place);
        }
        String path = switch (aspect) {
            case StringValue text -> {
                Aspect found = names.find(Bytes.decode(text.text()), by, "excludes", place);
                yield found == null ? null : found.path();
            }
            case AttrsValue set -> AspectPath.of(set);
            case FunctionValue function -> AspectPath.of(function);
            case null, default -> null;
        };
        if (path != null) {
            bans.computeIfAbsent(scope.id(), id -> new ArrayList<>())
                    .add(new Ban(path, instance, new Inclusion(by, place)));
        } else if (!(aspect instanceof StringValue)) {
            facet.wrong(aspect, "an exclude of " + by, "an aspect of den.aspects or its path", place);
        }
    }

    /** Who keeps a service out: its scope, those around it, and for a host those whose includes it gets. */
    private List<Inclusion> bansOf(DeployedService service) {
        var by = new ArrayList<Inclusion>();
        var seen = new HashSet<String>();
        for (ScopeDeclaration at : declarations.scopes().outwards(service.scope())) {
            if (at.kind().equals("host")) {
                includes.givers(at).reversed().forEach(giver -> bansIn(giver, service, seen, by));
            }
            bansIn(at, service, seen, by);
        }
        return by;
    }

    private void bansIn(ScopeDeclaration scope, DeployedService service, Set<String> seen, List<Inclusion> by) {
        if (seen.add(scope.id())) {
            bans.getOrDefault(scope.id(), List.of()).stream()
                    .filter(ban -> ban.concerns(service))
                    .forEach(ban -> by.add(ban.by()));
        }
    }

    /** What scopes bring that is not banned, and what that brings, by way of services that are not banned. */
    private static Set<DeployedService> brought(Set<DeployedService> allowed) {
        var reached = new HashSet<DeployedService>();
        Deque<DeployedService> queue = new ArrayDeque<>();
        for (DeployedService service : allowed) {
            boolean byScope = service.includedBy().stream().anyMatch(inclusion -> !inclusion.isByService());
            if (byScope && reached.add(service)) {
                queue.add(service);
            }
        }
        while (!queue.isEmpty()) {
            for (Brought next : queue.remove().brings()) {
                if (allowed.contains(next.service()) && reached.add(next.service())) {
                    queue.add(next.service());
                }
            }
        }
        return reached;
    }
}
