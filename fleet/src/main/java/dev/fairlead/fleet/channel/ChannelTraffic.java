package dev.fairlead.fleet.channel;

import dev.fairlead.fleet.channel.Emission.Origin;
import dev.fairlead.fleet.deploy.Context;
import dev.fairlead.fleet.deploy.DeployedService;
import dev.fairlead.fleet.deploy.FacetReader;
import dev.fairlead.fleet.deploy.Meta.Visibility;
import dev.fairlead.fleet.deploy.Written;
import dev.fairlead.fleet.require.FleetGraph;
import dev.fairlead.nix.value.Deferred;
import dev.fairlead.nix.value.FunctionValue;
import dev.fairlead.nix.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Who emits what, who gathers, and who reads. */
final class ChannelTraffic {
    private final List<Emission> emissions;
    private final Map<DeployedService, List<PipeEntry.Gather>> gathers;
    private final List<Consumption> consumptions;
    private final TreeMap<String, List<Emission>> emissionsByChannel = new TreeMap<>();
    private final TreeMap<String, List<Consumption>> consumptionsByChannel = new TreeMap<>();

    private ChannelTraffic(
            List<Emission> emissions,
            Map<DeployedService, List<PipeEntry.Gather>> gathers,
            List<Consumption> consumptions) {
        this.emissions = emissions;
        this.gathers = gathers;
        this.consumptions = consumptions;
        for (Emission emission : emissions) {
            if (!emission.isContribution()) {
                emissionsByChannel
                        .computeIfAbsent(emission.channel(), name -> new ArrayList<>())
                        .add(emission);
            }
        }
        for (Consumption consumption : consumptions) {
            consumptionsByChannel
                    .computeIfAbsent(consumption.channel(), name -> new ArrayList<>())
                    .add(consumption);
        }
    }

    /** All that is emitted, contributions included, by service id, then as it is declared. */
    List<Emission> emissions() {
        return emissions;
    }

    /** What is emitted into each channel, contributions left out. */
    SortedMap<String, List<Emission>> emissionsByChannel() {
        return emissionsByChannel;
    }

    /** The gathers of the services that have some, by name. */
    Map<DeployedService, List<PipeEntry.Gather>> gathers() {
        return gathers;
    }

    /** By service id, then by channel; a service is there once for each channel it reads. */
    List<Consumption> consumptions() {
        return consumptions;
    }

    /** Who reads each channel that somebody reads, by service id. */
    SortedMap<String, List<Consumption>> consumptionsByChannel() {
        return consumptionsByChannel;
    }

    /** Who reads a channel, by service id. */
    List<Consumption> consumptionsOf(String channel) {
        return consumptionsByChannel.getOrDefault(channel, List.of());
    }

    /** The channels that somebody emits into or reads. */
    SortedSet<String> names() {
        var names = new TreeSet<>(emissionsByChannel.keySet());
        names.addAll(consumptionsByChannel.keySet());
        return names;
    }

    static ChannelTraffic of(
            List<DeployedService> services,
            PipeFacets facets,
            ChannelDeclarations declared,
            SelectedChannels selected,
            FleetGraph fleet) {
        var emissions = new ArrayList<Emission>();
        var gathers = new HashMap<DeployedService, List<PipeEntry.Gather>>();
        var consumptions = new ArrayList<Consumption>();
        var states = new HashMap<DeployedService, Value>();
        var gathered = new TreeSet<String>();
        for (DeployedService service : services) {
            List<PipeEntry> entries = facets.of(service);
            var own = new TreeMap<String, Consumption>();
            var gathering = new ArrayList<PipeEntry.Gather>();
            int order = 0;
            for (PipeEntry entry : entries) {
                switch (entry) {
                    case PipeEntry.Emit emit -> emissions.add(emission(service, order++, emit, declared));
                    case PipeEntry.Gather gather -> {
                        gathering.add(gather);
                        gathered.add(gather.channel());
                        consume(own, service, entry);
                    }
                    case PipeEntry.Consume _ -> consume(own, service, entry);
                }
            }
            if (!gathering.isEmpty()) {
                gathers.put(service, List.copyOf(gathering));
            }
            selected.of(service).forEach((name, place) -> {
                if (gathering.stream().noneMatch(gather -> gather.name().equals(name))) {
                    own.putIfAbsent(name, new Consumption(service, name, place.orElse(null)));
                }
            });
            consumptions.addAll(own.values());
            Written state = service.facet("state");
            if (state != null) {
                FacetReader reader = facets.reader(service);
                Value value = EmittedState.of(state, "den.aspects." + service.aspect() + ".state", reader);
                if (value != null) {
                    states.put(service, value);
                    emissions.add(new Emission(
                            service,
                            order,
                            EmittedState.CHANNEL,
                            value,
                            declared.of(EmittedState.CHANNEL).visibility(),
                            Origin.STATE,
                            state.location()));
                }
            }
        }
        contribute(states, gathered, emissions, fleet);
        emissions.sort(Emission.ORDER);
        return new ChannelTraffic(List.copyOf(emissions), Map.copyOf(gathers), List.copyOf(consumptions));
    }

    private static void consume(Map<String, Consumption> own, DeployedService service, PipeEntry entry) {
        own.putIfAbsent(entry.channel(), new Consumption(service, entry.channel(), entry.location()));
    }

    private static Emission emission(
            DeployedService service, int order, PipeEntry.Emit emit, ChannelDeclarations declared) {
        Visibility visibility =
                emit.visibility() == null ? declared.of(emit.channel()).visibility() : emit.visibility();
        return new Emission(
                service,
                order,
                emit.channel(),
                data(emit.data(), service.context()),
                visibility,
                Origin.PIPE,
                emit.location());
    }

    /** The data of an emission; a function of context is called when it is read. */
    private static Value data(Value cell, Context context) {
        if (cell.isForced() && !(cell.force() instanceof FunctionValue)) {
            return cell;
        }
        return new Deferred(() -> {
            Value value = cell.force();
            return value instanceof FunctionValue function
                            && function.formals() != null
                            && context.lacking(function) == null
                    ? context.call(function)
                    : value;
        });
    }

    /** Adds the state of each service to the channels that somebody gathers from and the service does not emit into. */
    private static void contribute(
            Map<DeployedService, Value> states, Set<String> gathered, List<Emission> emissions, FleetGraph fleet) {
        if (states.isEmpty() || gathered.isEmpty()) {
            return;
        }
        record Emits(DeployedService service, String channel) {}
        var emits = new HashSet<Emits>();
        emissions.forEach(emission -> emits.add(new Emits(emission.service(), emission.channel())));
        states.forEach((service, value) -> {
            Written state = service.facet("state");
            Visibility visibility = fleet.visibility(service, service.aspect());
            for (String channel : gathered) {
                if (state != null && emits.add(new Emits(service, channel))) {
                    emissions.add(new Emission(
                            service, 0, channel, value, visibility, Origin.CONTRIBUTION, state.location()));
                }
            }
        });
    }
}
