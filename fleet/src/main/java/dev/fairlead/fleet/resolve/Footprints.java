package dev.fairlead.fleet.resolve;

import dev.fairlead.fleet.channel.Channels.Emitted;
import dev.fairlead.fleet.channel.Channels.Flow;
import dev.fairlead.fleet.channel.Emission;
import dev.fairlead.fleet.declare.Declarations.Reference;
import dev.fairlead.fleet.declare.Declarations.ScopeDeclaration;
import dev.fairlead.fleet.declare.Survey;
import dev.fairlead.fleet.deploy.Arguments;
import dev.fairlead.fleet.deploy.Arguments.Later;
import dev.fairlead.fleet.deploy.DeployedService;
import dev.fairlead.fleet.deploy.Meta.Provide;
import dev.fairlead.fleet.deploy.Meta.Visibility;
import dev.fairlead.fleet.require.Binding;
import dev.fairlead.fleet.require.FleetGraph;
import dev.fairlead.fleet.require.Outcome;
import dev.fairlead.fleet.resolution.Coordination.Consumer;
import dev.fairlead.fleet.resolution.Owners;
import dev.fairlead.fleet.resolution.Resolution.State;
import dev.fairlead.fleet.resolve.Footprint.Mark;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** Reads from the strata what each host has to do with the others. Linear in what services declare and look for. */
final class Footprints {
    private final Outcome outcome;
    private final FleetGraph graph;
    private final BiPredicate<DeployedService, String> gathers;
    private final Arguments arguments;
    private final Map<String, ScopeDeclaration> scopes = new HashMap<>();
    private final Map<String, DeployedService> services = new HashMap<>();
    private final Map<String, Draft> drafts = new HashMap<>();
    private final Map<String, Set<String>> inSight = new HashMap<>();

    private static final class Draft {
        private final Set<Mark> reads = new HashSet<>();
        private final Set<Mark> takes = new HashSet<>();
        private final Set<Mark> shows = new HashSet<>();
        private final Set<Mark> writes = new HashSet<>();
        private final Set<Mark> heeds = new HashSet<>();
        private final Set<String> gathered = new HashSet<>();
        private boolean choosy;
    }

    private Footprints(
            List<DeployedService> services,
            Outcome outcome,
            BiPredicate<DeployedService, String> gathers,
            Arguments arguments) {
        this.outcome = outcome;
        this.graph = outcome.graph();
        this.gathers = gathers;
        this.arguments = arguments;
        graph.scopes().forEach(scope -> scopes.put(scope.id(), scope));
        services.forEach(service -> this.services.put(service.id(), service));
    }

    /** The footprints of all hosts with services, by name. */
    static Map<String, Footprint> of(
            List<DeployedService> services,
            Outcome outcome,
            Flow flow,
            BiPredicate<DeployedService, String> gathers,
            Arguments arguments,
            Survey survey) {
        var footprints = new Footprints(services, outcome, gathers, arguments);
        outcome.graph().scopes().forEach(footprints::scope);
        survey.looks().forEach(footprints::looks);
        services.forEach(footprints::capabilities);
        flow.emitted().forEach(footprints::emits);
        flow.channels().forEach((name, channel) -> footprints.consumers(name, channel.consumers()));
        var all = new HashMap<String, Footprint>();
        footprints.drafts.forEach((host, draft) -> all.put(
                host,
                new Footprint(
                        draft.reads,
                        draft.takes,
                        draft.shows,
                        draft.writes,
                        draft.heeds,
                        draft.gathered,
                        draft.choosy)));
        return all;
    }

    private Draft draft(DeployedService service) {
        return drafts.computeIfAbsent(host(service), key -> new Draft());
    }

    /** The name of the host, or of what else stands where a host does. */
    private String host(DeployedService service) {
        ScopeDeclaration host = graph.enclosing(service, "host");
        return host == null ? service.scope().id() : host.name();
    }

    /** Who imports a host or user depends on its being there, and has its settings. */
    private void scope(ScopeDeclaration scope) {
        String host = Owners.ofScope(scope.id());
        if (host != null) {
            Draft draft = drafts.computeIfAbsent(host, key -> new Draft());
            draft.writes.add(Mark.of(scope.id()));
            for (Reference imported : scope.imports()) {
                draft.reads.add(Mark.of(imported.name()));
                draft.choosy |= Owners.ofScope(imported.name()) != null;
            }
        }
    }

    private void looks(String host, Set<String> others) {
        Draft draft = drafts.computeIfAbsent(String.valueOf(Owners.ofScope(host)), key -> new Draft());
        others.forEach(other -> draft.reads.add(Mark.of(other)));
        draft.choosy = true;
    }

    private void capabilities(DeployedService service) {
        Draft draft = draft(service);
        var offered = new HashSet<Mark>();
        offer(service, service.aspect(), offered);
        for (Provide provide : service.meta().provides()) {
            offer(service, provide.capability(), offered);
        }
        draft.writes.addAll(offered);
        if (arguments.readers(Later.REQUESTS).contains(service)) {
            draft.heeds.addAll(offered);
        }
        for (Binding binding : outcome.bindings().getOrDefault(service, List.of())) {
            draft.choosy |= binding.require().from() != null;
            if (!binding.inclusion() && !staysAtHome(binding)) {
                String capability = binding.require().capability();
                for (String scope : inSight(service)) {
                    draft.reads.add(new Mark(scope, capability));
                    if (arguments.readers(Later.BINDINGS).contains(service)) {
                        draft.takes.add(new Mark(scope, capability));
                    }
                }
            }
        }
        boolean takes = arguments.readers(Later.PIPES).contains(service)
                || arguments.readers(Later.CHANNELS).contains(service);
        if (takes || arguments.contentReaders().contains(service)) {
            for (String scope : inSight(service)) {
                draft.reads.add(Mark.channels(scope));
                (takes ? draft.takes : draft.shows).add(Mark.channels(scope));
            }
        }
    }

    private void offer(DeployedService service, String capability, Set<Mark> offered) {
        Visibility visibility = graph.visibility(service, capability);
        graph.around(service, visibility).forEach(scope -> offered.add(new Mark(scope.id(), capability)));
        if (!outcome.imports().isEmpty()) {
            offered.add(new Mark(service.id(), capability));
        }
    }

    /** Whether the nearest provider is on the same host, and so nothing further was looked at. */
    private boolean staysAtHome(Binding binding) {
        DeployedService service = binding.service();
        String host = host(service);
        ScopeDeclaration at = graph.enclosing(service, "host");
        boolean imports = outcome.imports().containsKey(service)
                || !service.scope().imports().isEmpty()
                || (at != null && !at.imports().isEmpty());
        return !imports
                && binding.state() == State.BOUND
                && !binding.require().cardinality().isPlural()
                && binding.bound().stream()
                        .allMatch(found -> host(found.datum()).equals(host));
    }

    private void emits(Emitted emitted) {
        Emission emission = emitted.emission();
        Draft draft = draft(emission.service());
        for (ScopeDeclaration scope : graph.around(emission.service(), emission.visibility())) {
            List<Mark> marks = List.of(Mark.channel(scope.id(), emission.channel()), Mark.channels(scope.id()));
            draft.writes.addAll(marks);
            if (emitted.wanted()) {
                draft.heeds.addAll(marks);
            }
        }
    }

    private void consumers(String channel, List<Consumer> consumers) {
        for (Consumer consumer : consumers) {
            DeployedService service = services.get(consumer.service());
            if (service != null) {
                Draft draft = draft(service);
                inSight(service).forEach(scope -> draft.reads.add(Mark.channel(scope, channel)));
                if (gathers.test(service, channel)) {
                    draft.gathered.add(channel);
                }
            }
        }
    }

    /** The ids of the scopes outside its own host that a service sees: those around it, and what is imported. */
    private Set<String> inSight(DeployedService service) {
        List<String> own = outcome.imports().getOrDefault(service, List.of());
        if (own.isEmpty()) {
            return inSight.computeIfAbsent(service.scope().id(), id -> inSight(service.scope(), own));
        }
        return inSight(service.scope(), own);
    }

    private Set<String> inSight(ScopeDeclaration from, List<String> imported) {
        var seen = new HashSet<String>();
        Deque<String> imports = new ArrayDeque<>(imported);
        ScopeDeclaration at = from;
        while (at != null) {
            at.imports().stream().map(Reference::name).forEach(imports::add);
            ScopeDeclaration around = graph.around(at);
            if (around != null && !around.kind().equals("host")) {
                seen.add(around.id());
            }
            at = around;
        }
        while (!imports.isEmpty()) {
            String id = imports.remove();
            if (seen.add(id)) {
                importsOf(id).forEach(imports::add);
            }
        }
        return seen;
    }

    private List<String> importsOf(String id) {
        ScopeDeclaration scope = scopes.get(id);
        @Nullable DeployedService service = services.get(id);
        if (scope != null) {
            return scope.imports().stream().map(Reference::name).toList();
        }
        return service == null ? List.of() : outcome.imports().getOrDefault(service, List.of());
    }
}
