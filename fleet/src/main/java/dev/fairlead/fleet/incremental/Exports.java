package dev.fairlead.fleet.incremental;

import dev.fairlead.fleet.finding.Place;
import dev.fairlead.fleet.resolution.Coordination.ChannelItem;
import dev.fairlead.fleet.resolution.Coordination.Consumer;
import dev.fairlead.fleet.resolution.Owners;
import dev.fairlead.fleet.resolution.Resolution;
import dev.fairlead.fleet.resolution.Resolution.Data;
import dev.fairlead.fleet.resolution.Resolution.Provision;
import dev.fairlead.fleet.resolution.Resolution.Scope;
import dev.fairlead.fleet.resolution.Resolution.Service;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What others can read of each of some hosts: equal exports mean that nobody who only reads them can tell the difference.
 */
final class Exports {
    /** What others see of a host, compared to what they saw before. */
    enum Shown {
        AS_BEFORE,
        /** The same things in the same places, but some of another value. */
        OTHER_VALUES,
        OTHERWISE
    }

    /** What is seen of a service but for values; what it requires is its own affair. */
    private record Seen(
            String id,
            String visibility,
            List<Offer> offers,
            @Nullable Integer wave,
            @Nullable Place location) {}

    private record Offer(
            String capability, String visibility, @Nullable Place location) {
        static Offer of(Provision provision) {
            return new Offer(provision.capability(), provision.visibility(), provision.location());
        }
    }

    /** An item but for its value. */
    private record Item(
            String channel,
            String service,
            String visibility,
            @Nullable Place location) {
        static Item of(String channel, ChannelItem item) {
            return new Item(channel, item.service(), item.visibility(), item.location());
        }
    }

    /** That a service emits into a channel, or reads it. */
    record Use(String channel, String service, boolean emits) {}

    /** What a host takes from channels. */
    private record Taken(String channel, Consumer consumer) {}

    private static final class OfHost {
        private final List<Scope> scopes = new ArrayList<>();
        private final List<Seen> services = new ArrayList<>();
        private final List<Item> items = new ArrayList<>();
        private final List<Data> values = new ArrayList<>();
        private final List<Taken> taken = new ArrayList<>();
        private boolean opaque;

        Shown shown(OfHost other) {
            if (!services.equals(other.services) || !items.equals(other.items)) {
                return Shown.OTHERWISE;
            }
            boolean same = !opaque && !other.opaque && values.equals(other.values) && scopes.equals(other.scopes);
            return same ? Shown.AS_BEFORE : Shown.OTHER_VALUES;
        }

        private void value(Data value) {
            values.add(value);
            opaque |= isOpaque(value);
        }
    }

    private final Map<String, OfHost> hosts = new HashMap<>();
    private final Map<String, String> hostOf = new HashMap<>();

    /** @param names of the hosts that are asked about */
    Exports(Resolution resolution, Set<String> names) {
        names.forEach(name -> hosts.put(name, new OfHost()));
        for (Scope scope : resolution.scopes()) {
            OfHost host = hosts.get(String.valueOf(Owners.ofScope(scope.id())));
            if (host != null) {
                host.scopes.add(scope);
                host.opaque |= scope.data().values().stream().anyMatch(Exports::isOpaque);
            }
        }
        for (Service service : resolution.services()) {
            OfHost host = service.host() == null ? null : hosts.get(service.host());
            if (host != null) {
                hostOf.put(service.id(), service.host());
                host.services.add(new Seen(
                        service.id(),
                        service.visibility(),
                        service.provides().stream().map(Offer::of).toList(),
                        service.wave(),
                        service.location()));
                service.provides().forEach(provision -> host.value(provision.data()));
            }
        }
        resolution.coordination().channels().forEach((name, channel) -> {
            for (ChannelItem item : channel.items()) {
                OfHost host = hosts.get(hostOf.getOrDefault(item.service(), ""));
                if (host != null) {
                    host.items.add(Item.of(name, item));
                    host.value(item.value());
                }
            }
            for (Consumer consumer : channel.consumers()) {
                OfHost host = hosts.get(hostOf.getOrDefault(consumer.service(), ""));
                if (host != null) {
                    host.taken.add(new Taken(name, consumer));
                }
            }
        });
    }

    /** What others see of a host; of what cannot be compared it is taken that the value is another. */
    Shown shown(String host, Exports other) {
        return of(host).shown(other.of(host));
    }

    /** Whether a host takes the same from channels. */
    boolean takes(String host, Exports other) {
        return of(host).taken.equals(other.of(host).taken);
    }

    /** Which of its services emit into which channels, and which read which. */
    Set<Use> uses(String host) {
        var uses = new HashSet<Use>();
        of(host).items.forEach(item -> uses.add(new Use(item.channel(), item.service(), true)));
        of(host).taken
                .forEach(taken ->
                        uses.add(new Use(taken.channel(), taken.consumer().service(), false)));
        return uses;
    }

    /** The channels from which a service of a host gets nothing. */
    Set<String> dry(String host) {
        return of(host).taken.stream()
                .filter(taken -> taken.consumer().from().isEmpty())
                .map(Taken::channel)
                .collect(Collectors.toSet());
    }

    private OfHost of(String host) {
        OfHost known = hosts.get(host);
        if (known == null) {
            throw new IllegalArgumentException(host);
        }
        return known;
    }

    /** Two functions may look the same. */
    private static boolean isOpaque(Data data) {
        return switch (data) {
            case Data.Opaque _ -> true;
            case Data.Items items -> items.items().stream().anyMatch(Exports::isOpaque);
            case Data.Fields fields -> fields.fields().values().stream().anyMatch(Exports::isOpaque);
            default -> false;
        };
    }
}
