package dev.fairlead.diagram.diff;

import dev.fairlead.diagram.diff.Difference.BackendChange;
import dev.fairlead.diagram.diff.Difference.ConsumerChange;
import dev.fairlead.diagram.diff.Difference.CoverageChange;
import dev.fairlead.diagram.diff.Difference.ItemChange;
import dev.fairlead.diagram.diff.Difference.PortChange;
import dev.fairlead.fleet.resolution.Coordination;
import dev.fairlead.fleet.resolution.Coordination.ChannelItem;
import dev.fairlead.fleet.resolution.Coordination.PortClaim;
import dev.fairlead.fleet.resolution.Coordination.StateClaim;
import dev.fairlead.fleet.resolution.Resolution.Data;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Compares what services share: ports, channels, the coverage of state, backends. */
final class SharingComparison {
    private final Coordination before;
    private final Coordination after;
    private final Identity identity;

    SharingComparison(Coordination before, Coordination after, Identity identity) {
        this.before = before;
        this.after = after;
        this.identity = identity;
    }

    /** A thing as it was and as it is. */
    private record Pair<T>(@Nullable T before, @Nullable T after) {}

    private static final Comparator<List<String>> BY_PARTS =
            Comparator.comparing((List<String> key) -> String.join("\0", key));

    private static <T, C> List<C> changes(
            Map<List<String>, T> was, Map<List<String>, T> is, BiFunction<List<String>, Pair<T>, @Nullable C> change) {
        // Most things are the same, and only the others are put in order.
        var changes = new TreeMap<List<String>, C>(BY_PARTS);
        was.forEach((key, value) -> put(key, change.apply(key, new Pair<>(value, is.get(key))), changes));
        is.forEach((key, value) -> {
            if (!was.containsKey(key)) {
                put(key, change.apply(key, new Pair<>(null, value)), changes);
            }
        });
        return List.copyOf(changes.values());
    }

    private static <C> void put(List<String> key, @Nullable C change, Map<List<String>, C> changes) {
        if (change != null) {
            changes.put(key, change);
        }
    }

    private static <T> Map<List<String>, T> flat(
            SortedMap<String, SortedMap<String, T>> maps, UnaryOperator<String> ids) {
        var flat = new HashMap<List<String>, T>();
        maps.forEach((id, map) -> map.forEach((key, value) -> flat.put(List.of(ids.apply(id), key), value)));
        return flat;
    }

    List<PortChange> ports() {
        return changes(
                claims(before, identity::now),
                claims(after, id -> id),
                (_, pair) -> samePort(pair) ? null : new PortChange(pair.before(), pair.after()));
    }

    private static Map<List<String>, PortClaim> claims(Coordination shared, UnaryOperator<String> ids) {
        var claims = new HashMap<List<String>, PortClaim>();
        for (PortClaim claim : shared.claims()) {
            claims.put(List.of(ids.apply(claim.by()), claim.name(), claim.protocol()), claim);
        }
        return claims;
    }

    private static boolean samePort(Pair<PortClaim> pair) {
        PortClaim was = pair.before();
        PortClaim is = pair.after();
        return was != null
                && is != null
                && was.from() == is.from()
                && was.to() == is.to()
                && was.open() == is.open()
                && was.bind().equals(is.bind());
    }

    /** Items of one producer in one channel are compared in their order, those that are in both left out. */
    List<ItemChange> items() {
        return changes(items(before, identity::now), items(after, id -> id), (key, pair) -> {
                    if (Objects.equals(pair.before(), pair.after())) {
                        return null;
                    }
                    var was = new ArrayList<>(pair.before() == null ? List.<Item>of() : pair.before());
                    var is = new ArrayList<>(pair.after() == null ? List.<Item>of() : pair.after());
                    for (Item item : List.copyOf(was)) {
                        if (is.remove(item)) {
                            was.remove(item);
                        }
                    }
                    var changes = new ArrayList<ItemChange>();
                    for (int i = 0; i < Math.max(was.size(), is.size()); i++) {
                        Item old = i < was.size() ? was.get(i) : null;
                        Item now = i < is.size() ? is.get(i) : null;
                        changes.add(new ItemChange(
                                key.get(0),
                                key.get(1),
                                old == null ? null : old.value(),
                                old == null ? null : old.visibility(),
                                now == null ? null : now.value(),
                                now == null ? null : now.visibility()));
                    }
                    return changes;
                })
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    /** An item, wherever it is written. */
    private record Item(Data value, String visibility) {}

    private static Map<List<String>, List<Item>> items(Coordination shared, UnaryOperator<String> ids) {
        var items = new HashMap<List<String>, List<Item>>();
        shared.channels().forEach((name, channel) -> {
            for (ChannelItem item : channel.items()) {
                items.computeIfAbsent(List.of(name, ids.apply(item.service())), _ -> new ArrayList<>())
                        .add(new Item(item.value(), item.visibility()));
            }
        });
        return items;
    }

    List<ConsumerChange> consumers() {
        return changes(consumers(before, identity::now), consumers(after, id -> id), (key, pair) -> {
            if (Objects.equals(pair.before(), pair.after())) {
                return null;
            }
            var lost = new ArrayList<>(pair.before() == null ? List.<String>of() : pair.before());
            var gained = new ArrayList<String>();
            for (String producer : pair.after() == null ? List.<String>of() : pair.after()) {
                if (!lost.remove(producer)) {
                    gained.add(producer);
                }
            }
            return gained.isEmpty() && lost.isEmpty() ? null : new ConsumerChange(key.get(0), key.get(1), gained, lost);
        });
    }

    private static Map<List<String>, List<String>> consumers(Coordination shared, UnaryOperator<String> ids) {
        var consumers = new HashMap<List<String>, List<String>>();
        shared.channels()
                .forEach((name, channel) -> channel.consumers()
                        .forEach(consumer -> consumers
                                .computeIfAbsent(List.of(name, ids.apply(consumer.service())), _ -> new ArrayList<>())
                                .addAll(consumer.from().stream().map(ids).toList())));
        return consumers;
    }

    List<CoverageChange> coverage() {
        return changes(
                states(before, identity::now),
                states(after, id -> id),
                (key, pair) -> Objects.equals(pair.before(), pair.after())
                        ? null
                        : new CoverageChange(
                                key.getFirst(),
                                pair.before() == null ? null : pair.before().coveredBy(),
                                pair.before() == null ? null : pair.before().value(),
                                pair.after() == null ? null : pair.after().coveredBy(),
                                pair.after() == null ? null : pair.after().value()));
    }

    /** State, wherever it is written. */
    private record Kept(Data value, List<String> coveredBy) {}

    private static Map<List<String>, Kept> states(Coordination shared, UnaryOperator<String> ids) {
        var states = new HashMap<List<String>, Kept>();
        for (StateClaim state : shared.state()) {
            states.put(
                    List.of(ids.apply(state.service())),
                    new Kept(
                            state.value(),
                            state.coveredBy().stream().map(ids).sorted().toList()));
        }
        return states;
    }

    List<BackendChange> backends() {
        return changes(
                flat(before.backends(), identity::now),
                flat(after.backends(), id -> id),
                (key, pair) -> Objects.equals(pair.before(), pair.after())
                        ? null
                        : new BackendChange(key.get(0), key.get(1), pair.before(), pair.after()));
    }
}
