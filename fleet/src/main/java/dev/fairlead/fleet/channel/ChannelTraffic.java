package dev.fairlead.fleet.channel;

import dev.fairlead.fleet.deploy.DeployedService;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

    ChannelTraffic(
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
}
