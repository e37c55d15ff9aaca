package dev.fairlead.fleet.incremental;

import dev.fairlead.fleet.channel.ChannelEdges;
import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.resolution.Coordination;
import dev.fairlead.fleet.resolution.Coordination.Channel;
import dev.fairlead.fleet.resolution.Coordination.ChannelItem;
import dev.fairlead.fleet.resolution.Coordination.Consumer;
import dev.fairlead.fleet.resolution.Coordination.PortClaim;
import dev.fairlead.fleet.resolution.Coordination.StateClaim;
import dev.fairlead.fleet.resolution.Firing;
import dev.fairlead.fleet.resolution.FrozenMap;
import dev.fairlead.fleet.resolution.Owners;
import dev.fairlead.fleet.resolution.Resolution;
import dev.fairlead.fleet.resolution.Resolution.Edge;
import dev.fairlead.fleet.resolution.Resolution.Excluded;
import dev.fairlead.fleet.resolution.Resolution.Scope;
import dev.fairlead.fleet.resolution.Resolution.Service;
import dev.fairlead.fleet.resolve.Refresher.Refreshed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Puts what a part of a fleet was resolved to in the place of what was known of some of its hosts. Linear in the size of
 * the resolution, and only copies.
 */
final class Splice {
    private final Resolution known;
    private final Resolution part;
    private final Set<String> hosts;
    private final Refreshed refreshed;
    /** The ids of the scopes and services that are, or were, on the hosts. */
    private final Set<String> taken = new HashSet<>();

    private final SortedMap<String, Channel> channels;
    /** The channels from which somebody gets something else, by name. */
    private final SortedMap<String, Channel> otherFlow = new TreeMap<>();

    /**
     * @param hosts the names of those that are taken from the part
     * @param refreshed what becomes of services of other hosts
     */
    Splice(Resolution known, Resolution part, Set<String> hosts, Refreshed refreshed) {
        this.known = known;
        this.refreshed = refreshed;
        this.part = part;
        this.hosts = hosts;
        add(known);
        add(part);
        this.channels =
                spliced(known.coordination().channels(), part.coordination().channels());
    }

    /** The channels of the fleet as it becomes, by name. */
    SortedMap<String, Channel> channels() {
        return channels;
    }

    private void add(Resolution resolution) {
        for (Service service : resolution.services()) {
            if (isTaken(service.host())) {
                taken.add(service.id());
            }
        }
        for (Scope scope : resolution.scopes()) {
            if (isTaken(Owners.ofScope(scope.id()))) {
                taken.add(scope.id());
            }
        }
    }

    /** @param findings what is found in the fleet as it becomes */
    Resolution result(List<Finding> findings) {
        List<Service> services = merged(
                known.services(),
                part.services(),
                Comparator.comparing(Service::id),
                service -> isTaken(service.host()));
        return new Resolution(
                known.fleet(),
                merged(
                        known.scopes(),
                        part.scopes(),
                        Comparator.comparing(Scope::id),
                        scope -> taken.contains(scope.id())),
                services,
                merged(
                        known.excluded(),
                        part.excluded(),
                        Comparator.comparing(Excluded::id),
                        excluded -> isTaken(Owners.ofScope(excluded.scope()))),
                edges(),
                plan(services),
                coordination(),
                findings);
    }

    private boolean isTaken(@Nullable String host) {
        return host != null && hosts.contains(host);
    }

    /** Whether an id is of a taken host, its services or users; what rules ask for may concern one that is not there. */
    private boolean isOfTaken(String id) {
        return taken.contains(id) || isTaken(Owners.ofScope(id));
    }

    /** How the edges of a channel lead depends on all that it connects, so these are made anew if anybody gets something else. */
    private List<Edge> edges() {
        var edges = new ArrayList<Edge>(ChannelEdges.of(otherFlow));
        for (Edge edge : part.edges()) {
            if (edge.kind() != Edge.Kind.CHANNEL) {
                edges.add(edge);
            }
        }
        edges.sort(null);
        return merged(
                known.edges(),
                edges,
                Comparator.naturalOrder(),
                edge -> edge.kind() == Edge.Kind.CHANNEL
                        ? otherFlow.containsKey(edge.label())
                        : taken.contains(edge.from()));
    }

    private static List<List<String>> plan(List<Service> services) {
        var plan = new ArrayList<List<String>>();
        for (Service service : services) {
            if (service.wave() != null) {
                while (plan.size() <= service.wave()) {
                    plan.add(new ArrayList<>());
                }
                plan.get(service.wave()).add(service.id());
            }
        }
        return plan;
    }

    private Coordination coordination() {
        Coordination was = known.coordination();
        Coordination is = part.coordination();
        return new Coordination(
                merged(was.settings(), is.settings()),
                channels,
                merged(
                        was.claims(),
                        is.claims(),
                        Comparator.comparing(PortClaim::host),
                        claim -> isTaken(claim.host())),
                merged(
                        was.state(),
                        is.state(),
                        Comparator.comparing(StateClaim::service),
                        claim -> taken.contains(claim.service())),
                merged(was.backends(), is.backends()),
                merged(
                        was.rules(),
                        is.rules(),
                        Comparator.comparing(Firing::rule).thenComparing(Firing::fact),
                        firing -> isOfTaken(firing.target())),
                merged(was.contents(), is.contents(), refreshed.contents()));
    }

    private <T> SortedMap<String, T> merged(SortedMap<String, T> was, SortedMap<String, T> is) {
        return merged(was, is, Map.of());
    }

    /** @param others of what is not taken */
    private <T> SortedMap<String, T> merged(SortedMap<String, T> was, SortedMap<String, T> is, Map<String, T> others) {
        var young = new TreeMap<>(is);
        young.keySet().retainAll(taken);
        young.putAll(others);
        return FrozenMap.copyOf(was).with(taken, young);
    }

    private SortedMap<String, Channel> spliced(SortedMap<String, Channel> was, SortedMap<String, Channel> is) {
        var names = new TreeSet<>(was.keySet());
        names.addAll(is.keySet());
        var channels = new TreeMap<String, Channel>();
        for (String name : names) {
            Channel old = was.getOrDefault(name, new Channel(null, List.of(), List.of()));
            Channel young = is.getOrDefault(name, new Channel(null, List.of(), List.of()));
            List<ChannelItem> items = merged(
                    old.items(),
                    young.items(),
                    Comparator.comparing(ChannelItem::service),
                    item -> taken.contains(item.service()));
            List<Consumer> consumers = merged(
                    refreshed(name, old.consumers()),
                    young.consumers(),
                    Comparator.comparing(Consumer::service),
                    consumer -> taken.contains(consumer.service()));
            // A channel that is not declared is there while somebody uses it
            boolean isThere = !items.isEmpty() || !consumers.isEmpty() || is.containsKey(name);
            String description = is.containsKey(name) ? young.description() : old.description();
            var channel = new Channel(description, items, consumers);
            if (isThere) {
                channels.put(name, channel);
            }
            if (!consumers.equals(old.consumers())) {
                otherFlow.put(name, channel);
            }
        }
        return channels;
    }

    private List<Consumer> refreshed(String channel, List<Consumer> consumers) {
        return refreshed.from().isEmpty()
                ? consumers
                : consumers.stream()
                        .map(consumer -> {
                            List<String> from = refreshed
                                    .from()
                                    .getOrDefault(consumer.service(), Map.of())
                                    .get(channel);
                            return from == null
                                    ? consumer
                                    : new Consumer(consumer.service(), from, consumer.location());
                        })
                        .toList();
    }

    /** What of one list is not taken and of the other is, in an order that both are in. */
    private static <T> List<T> merged(List<T> was, List<T> is, Comparator<? super T> order, Predicate<T> taken) {
        var old = new ArrayList<T>(was.size());
        for (T each : was) {
            if (!taken.test(each)) {
                old.add(each);
            }
        }
        var merged = new ArrayList<T>(was.size());
        int copied = 0;
        for (T each : is) {
            if (taken.test(each)) {
                int end = behind(each, old, copied, order);
                merged.addAll(old.subList(copied, end));
                merged.add(each);
                copied = end;
            }
        }
        merged.addAll(old.subList(copied, old.size()));
        return merged;
    }

    /** The index of the first that comes after another in a sorted list. It is often near, so this is searched in growing steps. */
    private static <T> int behind(T other, List<T> sorted, int from, Comparator<? super T> order) {
        int low = from;
        int step = 1;
        while (low + step <= sorted.size() && order.compare(sorted.get(low + step - 1), other) <= 0) {
            low += step;
            step *= 2;
        }
        int high = Math.min(low + step - 1, sorted.size());
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (order.compare(sorted.get(middle), other) > 0) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
