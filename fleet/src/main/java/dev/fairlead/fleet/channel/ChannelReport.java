package dev.fairlead.fleet.channel;

import dev.fairlead.fleet.declare.EvaluationFindings;
import dev.fairlead.fleet.declare.Findings;
import dev.fairlead.fleet.declare.NixData;
import dev.fairlead.fleet.declare.Places;
import dev.fairlead.fleet.deploy.DeployedService;
import dev.fairlead.fleet.resolution.Coordination.Channel;
import dev.fairlead.fleet.resolution.Coordination.ChannelItem;
import dev.fairlead.fleet.resolution.Coordination.Consumer;
import dev.fairlead.fleet.resolution.Resolution.Data;
import dev.fairlead.fleet.setting.Checked;
import dev.fairlead.nix.syntax.SyntaxException;
import dev.fairlead.nix.value.EvalException;
import dev.fairlead.nix.value.Strictness;
import dev.fairlead.nix.value.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What flows through every channel, written down: items as data, and who gets which. All that is emitted is computed for
 * it, to the bottom, and what fails is found.
 */
final class ChannelReport {
    private final ChannelDeclarations declared;
    private final ChannelTraffic traffic;
    private final Readings readings;
    private final Places places;
    private final EvaluationFindings errors;
    private final Findings findings;
    private final Map<Value, Data> dataOf = new HashMap<>();
    private final Set<Emission> consumed = new HashSet<>();
    private final Set<Consumption> unknown = new HashSet<>();
    private final SortedMap<String, SortedSet<String>> stateReaders = new TreeMap<>();

    ChannelReport(
            ChannelDeclarations declared,
            ChannelTraffic traffic,
            Readings readings,
            Places places,
            EvaluationFindings errors,
            Findings findings) {
        this.declared = declared;
        this.traffic = traffic;
        this.readings = readings;
        this.places = places;
        this.errors = errors;
        this.findings = findings;
    }

    /** The channels that are declared, emitted into or read, by name. */
    SortedMap<String, Channel> channels() {
        var names = new TreeSet<>(declared.names());
        names.addAll(traffic.names());
        var channels = new TreeMap<String, Channel>();
        for (String name : names) {
            List<Consumer> consumers =
                    traffic.consumptionsOf(name).stream().map(this::consumer).toList();
            List<ChannelItem> items = traffic.emissionsByChannel().getOrDefault(name, List.of()).stream()
                    .map(this::item)
                    .toList();
            channels.put(name, new Channel(declared.of(name).description(), items, consumers));
        }
        // Nobody wrote a contribution for the channel, so it only matters where somebody takes it
        traffic.emissions().stream()
                .filter(emission -> emission.isContribution() && consumed.contains(emission))
                .forEach(this::data);
        return channels;
    }

    private ChannelItem item(Emission emission) {
        return new ChannelItem(
                emission.service().id(), data(emission), emission.visibility().text(), emission.location());
    }

    /** Whether somebody gets what was emitted; known once the channels are. */
    boolean isConsumed(Emission emission) {
        return consumed.contains(emission);
    }

    /** Who gets the state of each service that somebody gets it of; known once the channels are. */
    SortedMap<String, SortedSet<String>> stateReaders() {
        return Collections.unmodifiableSortedMap(stateReaders);
    }

    /** Whether what somebody gets could not be computed; known once the channels are. */
    boolean isUnknown(Consumption consumption) {
        return unknown.contains(consumption);
    }

    /** The data of an item; all that is wrong with it is found. */
    private Data data(Emission emission) {
        Checked checked = emission.data().checked();
        if (checked != null) {
            findings.addAll(checked.findings(emission.service().id()));
        }
        Value value = emission.value();
        try {
            value = value.force();
            if (checked == null && !dataOf.containsKey(value)) {
                Strictness.forceDeep(value);
            }
        } catch (EvalException | SyntaxException failure) {
            findings.add(errors.finding(failure, emission.service().id(), emission.location()));
        }
        return dataOf.computeIfAbsent(value, cell -> NixData.of(cell, places));
    }

    private Consumer consumer(Consumption consumption) {
        List<Item> items = itemsOf(consumption);
        for (Item item : items) {
            consumed.add(item.origin());
            if (item.origin().isState()) {
                stateReaders
                        .computeIfAbsent(item.origin().service().id(), id -> new TreeSet<>())
                        .add(consumption.service().id());
            }
        }
        return new Consumer(
                consumption.service().id(),
                items.stream().map(item -> item.origin().service().id()).toList(),
                consumption.location());
    }

    /** What is wrong with an item itself is found at who emits it. */
    private boolean isComputable(Item item) {
        try {
            Strictness.forceDeep(item.origin().value());
            return true;
        } catch (EvalException | SyntaxException failure) {
            return false;
        }
    }

    private List<Item> itemsOf(Consumption consumption) {
        DeployedService service = consumption.service();
        List<PipeEntry.Gather> gathers = readings.gathers(service).stream()
                .filter(gather -> gather.channel().equals(consumption.channel()))
                .toList();
        if (gathers.isEmpty()) {
            return readings.seen(service, consumption.channel());
        }
        var items = new ArrayList<Item>();
        for (PipeEntry.Gather gather : gathers) {
            try {
                Stages.Result gathered = readings.gathered(service, gather);
                if (gather.makes() && gathered.items().stream().allMatch(this::isComputable)) {
                    Strictness.forceDeep(gathered.value());
                }
                items.addAll(gathered.items());
            } catch (EvalException | SyntaxException failure) {
                findings.add(errors.finding(failure, service.id(), gather.location()));
                unknown.add(consumption);
            }
        }
        return items;
    }
}
