package dev.fairlead.fleet.resolve;

import dev.fairlead.fleet.contract.Wiring;
import dev.fairlead.fleet.declare.Declarations;
import dev.fairlead.fleet.declare.Declarations.Reference;
import dev.fairlead.fleet.declare.Declarations.ScopeDeclaration;
import dev.fairlead.fleet.declare.NixData;
import dev.fairlead.fleet.declare.Places;
import dev.fairlead.fleet.deploy.DeployedService;
import dev.fairlead.fleet.deploy.DeployedService.Brought;
import dev.fairlead.fleet.deploy.Deployment;
import dev.fairlead.fleet.deploy.ExcludedService;
import dev.fairlead.fleet.deploy.Meta.Provide;
import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.require.Binding;
import dev.fairlead.fleet.require.Outcome;
import dev.fairlead.fleet.resolution.Coordination;
import dev.fairlead.fleet.resolution.Resolution;
import dev.fairlead.fleet.resolution.Resolution.Choice;
import dev.fairlead.fleet.resolution.Resolution.Data;
import dev.fairlead.fleet.resolution.Resolution.Edge;
import dev.fairlead.fleet.resolution.Resolution.Edge.EdgeState;
import dev.fairlead.fleet.resolution.Resolution.Excluded;
import dev.fairlead.fleet.resolution.Resolution.Provision;
import dev.fairlead.fleet.resolution.Resolution.Requirement;
import dev.fairlead.fleet.resolution.Resolution.Scope;
import dev.fairlead.fleet.resolution.Resolution.Service;
import dev.fairlead.fleet.resolution.Resolution.State;
import dev.fairlead.fleet.resolution.Resolution.Step;
import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.Value;
import dev.fairlead.scope.Found;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes down what the strata found as the one immutable {@link Resolution}. */
final class ResolutionWriter {
    /** Attributes of scopes that the resolution shows in places of their own. */
    private static final Set<String> STRUCTURE = Set.of(
            "name",
            "environment",
            "includes",
            "imports",
            "tags",
            "users",
            "settings",
            "bindings",
            "backends",
            "expose",
            "excludes",
            "ports",
            "strict");

    private final Declarations declarations;
    private final Deployment deployment;
    private final List<DeployedService> services;
    private final Outcome outcome;
    private final Wiring wiring;
    private final List<Edge> flow;
    private final Places places;
    private final Map<String, Integer> waves = new HashMap<>();
    private final Map<Value, Data> dataOf = new HashMap<>();

    ResolutionWriter(
            Declarations declarations,
            Deployment deployment,
            Outcome outcome,
            Wiring wiring,
            List<Edge> flow,
            Places places) {
        this.declarations = declarations;
        this.deployment = deployment;
        this.services = deployment.services();
        this.outcome = outcome;
        this.wiring = wiring;
        this.flow = flow;
        this.places = places;
        List<List<String>> plan = outcome.order().waves();
        for (int wave = 0; wave < plan.size(); wave++) {
            for (String id : plan.get(wave)) {
                waves.put(id, wave);
            }
        }
    }

    /** The resolution. Must run where the evaluator does: data is computed now. */
    Resolution write(Coordination coordination, List<Finding> findings) {
        return new Resolution(
                declarations.name(),
                declarations.scopes().all().stream()
                        .map(scope -> scope(scope, places))
                        .sorted(Comparator.comparing(Scope::id))
                        .toList(),
                services.stream().map(this::service).toList(),
                deployment.excluded().stream().map(ResolutionWriter::excluded).toList(),
                edges(),
                outcome.order().waves(),
                coordination,
                findings);
    }

    private static Scope scope(ScopeDeclaration scope, Places places) {
        var data = new TreeMap<String, Data>();
        AttrsValue attributes = scope.attributes();
        for (int i = 0; i < attributes.size(); i++) {
            String name = Bytes.decode(attributes.name(i).name());
            if (!STRUCTURE.contains(name)) {
                data.put(name, NixData.of(attributes.value(i), places));
            }
        }
        return new Scope(
                scope.id(),
                scope.kind(),
                scope.name(),
                scope.parent(),
                scope.imports().stream().map(Reference::name).toList(),
                scope.tags().stream().map(Reference::name).toList(),
                data,
                scope.location());
    }

    private static Excluded excluded(ExcludedService excluded) {
        DeployedService service = excluded.service();
        return new Excluded(service.id(), service.aspect(), service.scope().id(), excluded.by(), service.includedBy());
    }

    private Service service(DeployedService service) {
        ScopeDeclaration host = outcome.graph().enclosing(service, "host");
        ScopeDeclaration environment = outcome.graph().enclosing(service, "environment");
        return new Service(
                service.id(),
                service.aspect(),
                service.instance(),
                service.scope().id(),
                host == null ? null : host.name(),
                environment == null ? null : environment.name(),
                outcome.graph().visibility(service, service.aspect()).text(),
                service.meta().provides().stream()
                        .map(p -> provision(service, p))
                        .toList(),
                bindings(service).stream().map(this::requirement).toList(),
                service.classes(),
                service.includedBy(),
                waves.get(service.id()),
                service.location());
    }

    private Provision provision(DeployedService service, Provide provide) {
        Data data = dataOf.computeIfAbsent(wiring.result(service, provide), cell -> NixData.of(cell, places));
        return new Provision(
                provide.capability(),
                outcome.graph().visibility(service, provide.capability()).text(),
                data,
                provide.location());
    }

    private List<Binding> bindings(DeployedService service) {
        return outcome.bindings().getOrDefault(service, List.of());
    }

    private Requirement requirement(Binding binding) {
        var paths = new TreeMap<String, List<Step>>();
        var bound = new ArrayList<String>();
        boolean cycle = false;
        for (Found<DeployedService> found : binding.bound()) {
            String provider = found.datum().id();
            bound.add(provider);
            paths.put(provider, steps(found));
            cycle |= isOnCycle(binding, provider);
        }
        return new Requirement(
                binding.writtenAs(),
                binding.require().cardinality().text(),
                binding.require().late(),
                cycle ? State.CYCLE : binding.state(),
                bound,
                paths,
                choice(binding),
                binding.require().location());
    }

    private static @Nullable Choice choice(Binding binding) {
        Declarations.Choice choice = binding.choice();
        return choice == null ? null : new Choice(choice.by(), choice.service(), choice.location());
    }

    private boolean isOnCycle(Binding binding, String provider) {
        return !binding.require().late()
                && outcome.order().isOnCycle(binding.service().id(), provider);
    }

    /** The way to a declaration; its last step, D, names the service that declares. */
    private static List<Step> steps(Found<DeployedService> found) {
        var steps = new ArrayList<Step>();
        found.path().steps().forEach(step -> steps.add(new Step(step.label().toString(), step.to())));
        steps.add(new Step("D", found.datum().id()));
        return steps;
    }

    private List<Edge> edges() {
        var edges = new ArrayList<Edge>(flow);
        for (DeployedService service : services) {
            String from = service.id();
            for (Binding binding : bindings(service)) {
                edges(binding, edges);
            }
            for (Brought brought : service.brings()) {
                edges.add(new Edge(from, brought.service().id(), Edge.Kind.INCLUDES, "", EdgeState.RESOLVED));
            }
            for (String imported : outcome.imports().getOrDefault(service, List.of())) {
                edges.add(new Edge(from, imported, Edge.Kind.IMPORTS, "", EdgeState.RESOLVED));
            }
        }
        edges.sort(Comparator.naturalOrder());
        var once = new ArrayList<Edge>(edges.size());
        for (Edge edge : edges) {
            if (once.isEmpty() || !once.getLast().equals(edge)) {
                once.add(edge);
            }
        }
        return List.copyOf(once);
    }

    private void edges(Binding binding, List<Edge> edges) {
        String from = binding.service().id();
        String label = binding.writtenAs();
        switch (binding.state()) {
            case MISSING ->
                edges.add(new Edge(
                        from,
                        "missing:" + binding.require().capability(),
                        Edge.Kind.REQUIRES,
                        label,
                        EdgeState.MISSING));
            case AMBIGUOUS ->
                binding.visible()
                        .forEach(found -> edges.add(
                                new Edge(from, found.datum().id(), Edge.Kind.REQUIRES, label, EdgeState.AMBIGUOUS)));
            default ->
                binding.bound().forEach(found -> {
                    String to = found.datum().id();
                    EdgeState state = isOnCycle(binding, to) ? EdgeState.CYCLE : EdgeState.RESOLVED;
                    edges.add(new Edge(from, to, Edge.Kind.REQUIRES, label, state));
                });
        }
    }
}
