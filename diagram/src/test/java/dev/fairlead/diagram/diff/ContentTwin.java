package dev.fairlead.diagram.diff;

import dev.fairlead.fleet.resolution.Coordination.Channel;
import dev.fairlead.fleet.resolution.Coordination.ChannelItem;
import dev.fairlead.fleet.resolution.Coordination.Consumer;
import dev.fairlead.fleet.resolution.Resolution;
import dev.fairlead.fleet.resolution.Resolution.Service;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the content of a small fleet comes to, worked out from what it declares and what its channel carries. */
final class ContentTwin {
    private ContentTwin() {}

    /** By class and scope: a line for each service that has content there. */
    static Map<String, Set<String>> of(SmallFleet fleet, Resolution resolution, Map<String, String> ids) {
        Map<String, Set<String>> outputs = new TreeMap<>();
        Map<String, List<Object>> read = read(resolution);
        for (Service service : resolution.services()) {
            SmallFleet.Aspect aspect = fleet.aspects().get(service.name());
            if (aspect != null) {
                String id = ids.getOrDefault(service.id(), service.id());
                add(outputs, "nixos " + service.scope(), id + read.getOrDefault(service.id(), List.of()));
                add(outputs, "homeManager " + service.scope(), id + aspect.content());
            }
        }
        return outputs;
    }

    private static void add(Map<String, Set<String>> outputs, String output, String line) {
        outputs.computeIfAbsent(output, _ -> new TreeSet<>()).add(line);
    }

    /** The values that each service reads, in order. Each producer emits one. */
    private static Map<String, List<Object>> read(Resolution resolution) {
        Channel channel = resolution.coordination().channels().get("all");
        if (channel == null) {
            return Map.of();
        }
        Map<String, Object> emitted = new HashMap<>();
        for (ChannelItem item : channel.items()) {
            emitted.put(item.service(), item.value());
        }
        Map<String, List<Object>> read = new HashMap<>();
        for (Consumer consumer : channel.consumers()) {
            var values = new ArrayList<>();
            consumer.from().forEach(producer -> values.add(Objects.requireNonNull(emitted.get(producer))));
            read.put(consumer.service(), values);
        }
        return read;
    }
}
