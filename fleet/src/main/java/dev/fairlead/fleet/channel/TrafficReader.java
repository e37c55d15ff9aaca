package dev.fairlead.fleet.channel;

import dev.fairlead.fleet.channel.Emission.Origin;
import dev.fairlead.fleet.declare.Elsewhere;
import dev.fairlead.fleet.deploy.DeployedService;
import dev.fairlead.fleet.deploy.FacetReader;
import dev.fairlead.fleet.deploy.Meta.Visibility;
import dev.fairlead.fleet.deploy.Written;
import dev.fairlead.fleet.require.FleetGraph;
import dev.fairlead.nix.value.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads from the services of a fleet what flows between them. */
final class TrafficReader {
    private final PipeFacets facets;
    private final ChannelDeclarations declared;
    private final ChannelTypes types;
    private final SelectedChannels selected;
    private final FleetGraph fleet;
    private final Set<String> elsewhere;

    private final List<Emission> emissions = new ArrayList<>();
    private final Map<DeployedService, List<PipeEntry.Gather>> gathers = new HashMap<>();
    private final List<Consumption> consumptions = new ArrayList<>();
    private final Map<DeployedService, State> states = new HashMap<>();
    private final Map<Written, Optional<Value>> statesEverywhere = new HashMap<>();
    private final Set<String> gathered = new TreeSet<>();

    private record State(Value value, Written written) {}

    private record Emits(DeployedService service, String channel) {}

    /** @param elsewhere the parts of the fleet that are not resolved */
    TrafficReader(
            PipeFacets facets,
            ChannelDeclarations declared,
            ChannelTypes types,
            SelectedChannels selected,
            FleetGraph fleet,
            Elsewhere elsewhere) {
        this.elsewhere = elsewhere.channels();
        gathered.addAll(elsewhere.gathered());
        this.facets = facets;
        this.declared = declared;
        this.types = types;
        this.selected = selected;
        this.fleet = fleet;
    }

    /** @param services sorted by id */
    ChannelTraffic read(List<DeployedService> services) {
        var reads = new HashMap<DeployedService, Map<String, Consumption>>();
        services.forEach(service -> reads.put(service, pipes(service)));
        Set<String> channels = new HashSet<>(declared.names());
        channels.addAll(elsewhere);
        emissions.forEach(emission -> channels.add(emission.channel()));
        for (DeployedService service : services) {
            consumptions.addAll(with(reads.getOrDefault(service, new TreeMap<>()), service, channels));
        }
        contribute();
        emissions.sort(Emission.ORDER);
        return new ChannelTraffic(List.copyOf(emissions), Map.copyOf(gathers), List.copyOf(consumptions));
    }

    /** What a service says in {@code pipe}, and its state: what it emits, and, by channel in order, what it says that it reads. */
    private Map<String, Consumption> pipes(DeployedService service) {
        var reads = new TreeMap<String, Consumption>();
        var gathering = new ArrayList<PipeEntry.Gather>();
        int order = 0;
        for (PipeEntry entry : facets.of(service)) {
            if (entry instanceof PipeEntry.Emit emit) {
                emit(service, order++, emit);
                continue;
            }
            reads.putIfAbsent(entry.channel(), new Consumption(service, entry.channel(), entry.location()));
            if (entry instanceof PipeEntry.Gather gather) {
                gathering.add(gather);
                gathered.add(gather.channel());
            }
        }
        if (!gathering.isEmpty()) {
            gathers.put(service, List.copyOf(gathering));
        }
        Written state = service.facet("state");
        if (state != null) {
            keep(service, order, state);
        }
        return reads;
    }

    /** The channels that a service says it reads, and those that its source selects. */
    private Collection<Consumption> with(
            Map<String, Consumption> reads, DeployedService service, Set<String> channels) {
        List<PipeEntry.Gather> gathering = gathers.getOrDefault(service, List.of());
        selected.of(service, channels::contains).forEach((name, place) -> {
            if (gathering.stream().noneMatch(gather -> gather.name().equals(name))) {
                reads.putIfAbsent(name, new Consumption(service, name, place.orElse(null)));
            }
        });
        return reads.values();
    }

    private void emit(DeployedService service, int order, PipeEntry.Emit emit) {
        ChannelDeclaration channel = declared.of(emit.channel());
        Visibility visibility = emit.visibility() == null ? channel.visibility() : emit.visibility();
        Value data = service.context().applied(emit.data());
        emissions.add(new Emission(
                service,
                order,
                emit.channel(),
                types.of(channel, service.writtenAs(), data, Origin.PIPE, emit.location()),
                visibility,
                Origin.PIPE,
                emit.location()));
    }

    private void keep(DeployedService service, int order, Written state) {
        Optional<Value> value = statesEverywhere.get(state);
        if (value == null) {
            FacetReader reader = facets.reader(service);
            String path = service.writtenAs() + ".state";
            value = Optional.ofNullable(EmittedState.of(state, path, reader));
            if (!reader.isContextual()) {
                statesEverywhere.put(state, value);
            }
        }
        if (value.isPresent()) {
            states.put(service, new State(value.get(), state));
            Visibility visibility = declared.of(EmittedState.CHANNEL).visibility();
            emit(service, order, EmittedState.CHANNEL, visibility, Origin.STATE);
        }
    }

    private void emit(DeployedService service, int order, String channel, Visibility visibility, Origin origin) {
        State state = states.get(service);
        if (state != null) {
            emissions.add(new Emission(
                    service,
                    order,
                    channel,
                    types.of(
                            declared.of(channel),
                            service.writtenAs(),
                            state.value(),
                            origin,
                            state.written().location()),
                    visibility,
                    origin,
                    state.written().location()));
        }
    }

    /** Adds the state of each service to the channels that somebody gathers from and the service does not emit into. */
    private void contribute() {
        if (states.isEmpty() || gathered.isEmpty()) {
            return;
        }
        var emits = new HashSet<Emits>();
        emissions.forEach(emission -> emits.add(new Emits(emission.service(), emission.channel())));
        for (DeployedService service : states.keySet()) {
            Visibility visibility = fleet.visibility(service, service.aspect());
            for (String channel : gathered) {
                if (emits.add(new Emits(service, channel))) {
                    emit(service, 0, channel, visibility, Origin.CONTRIBUTION);
                }
            }
        }
    }
}
