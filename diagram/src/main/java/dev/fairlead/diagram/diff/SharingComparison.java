package dev.fairlead.diagram.diff;

import dev.fairlead.diagram.diff.Difference.BackendChange;
import dev.fairlead.diagram.diff.Difference.ConsumerChange;
import dev.fairlead.diagram.diff.Difference.CoverageChange;
import dev.fairlead.diagram.diff.Difference.ItemChange;
import dev.fairlead.diagram.diff.Difference.PortChange;
import dev.fairlead.diagram.diff.Difference.SettingChange;
import dev.fairlead.fleet.Coordination;
import dev.fairlead.fleet.Coordination.ChannelItem;
import dev.fairlead.fleet.Coordination.PortClaim;
import dev.fairlead.fleet.Coordination.Setting;
import dev.fairlead.fleet.Coordination.Source;
import dev.fairlead.fleet.Coordination.StateClaim;
import dev.fairlead.fleet.Resolution.Data;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Compares what services share: settings, ports, channels, the coverage of state, backends. */
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

    /** Things with the same key, and those that have none, in the order of keys. */
    private static <T> SortedMap<List<String>, Pair<T>> paired(Map<List<String>, T> was, Map<List<String>, T> is) {
        var pairs = new TreeMap<List<String>, Pair<T>>(BY_PARTS);
        was.forEach((key, value) -> pairs.put(key, new Pair<>(value, is.get(key))));
        is.forEach((key, value) -> pairs.putIfAbsent(key, new Pair<>(null, value)));
        return pairs;
    }

    private static <T, C> List<C> changes(
            Map<List<String>, T> was, Map<List<String>, T> is, BiFunction<List<String>, Pair<T>, @Nullable C> change) {
        var changes = new ArrayList<C>();
        paired(was, is).forEach((key, pair) -> {
            C found = change.apply(key, pair);
            if (found != null) {
                changes.add(found);
            }
        });
        return changes;
    }

    private static <T> Map<List<String>, T> flat(
            SortedMap<String, SortedMap<String, T>> maps, UnaryOperator<String> ids) {
        var flat = new TreeMap<List<String>, T>(BY_PARTS);
        maps.forEach((id, map) -> map.forEach((key, value) -> flat.put(List.of(ids.apply(id), key), value)));
        return flat;
    }

    List<SettingChange> settings() {
        return changes(flat(before.settings(), identity::now), flat(after.settings(), id -> id), (key, pair) -> {
            Setting was = pair.before();
            Setting is = pair.after();
            if (was != null
                    && is != null
                    && was.value().equals(is.value())
                    && layer(was).equals(layer(is))) {
                return null;
            }
            return new SettingChange(
                    key.get(0),
                    key.get(1),
                    was == null ? null : was.value(),
                    was == null ? null : layer(was),
                    is == null ? null : is.value(),
                    is == null ? null : layer(is));
        });
    }

    private String layer(Setting setting) {
        return setting.sources().stream()
                .filter(Source::effective)
                .map(Source::layer)
                .map(identity::now)
                .findFirst()
                .orElse("default");
    }

    List<PortChange> ports() {
        return changes(
                claims(before, identity::now),
                claims(after, id -> id),
                (_, pair) -> samePort(pair) ? null : new PortChange(pair.before(), pair.after()));
    }

    private static Map<List<String>, PortClaim> claims(Coordination shared, UnaryOperator<String> ids) {
        var claims = new TreeMap<List<String>, PortClaim>(BY_PARTS);
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
                    var was = new ArrayList<>(pair.before() == null ? List.<Data>of() : pair.before());
                    var is = new ArrayList<>(pair.after() == null ? List.<Data>of() : pair.after());
                    for (Data value : List.copyOf(was)) {
                        if (is.remove(value)) {
                            was.remove(value);
                        }
                    }
                    var changes = new ArrayList<ItemChange>();
                    for (int i = 0; i < Math.max(was.size(), is.size()); i++) {
                        changes.add(new ItemChange(
                                key.get(0),
                                key.get(1),
                                i < was.size() ? was.get(i) : null,
                                i < is.size() ? is.get(i) : null));
                    }
                    return changes;
                })
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    private static Map<List<String>, List<Data>> items(Coordination shared, UnaryOperator<String> ids) {
        var items = new TreeMap<List<String>, List<Data>>(BY_PARTS);
        shared.channels().forEach((name, channel) -> {
            for (ChannelItem item : channel.items()) {
                items.computeIfAbsent(List.of(name, ids.apply(item.service())), _ -> new ArrayList<>())
                        .add(item.value());
            }
        });
        return items;
    }

    List<ConsumerChange> consumers() {
        return changes(consumers(before, identity::now), consumers(after, id -> id), (key, pair) -> {
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
        var consumers = new TreeMap<List<String>, List<String>>(BY_PARTS);
        shared.channels()
                .forEach((name, channel) -> channel.consumers()
                        .forEach(consumer -> consumers
                                .computeIfAbsent(List.of(name, ids.apply(consumer.service())), _ -> new ArrayList<>())
                                .addAll(consumer.from().stream().map(ids).toList())));
        return consumers;
    }

    List<CoverageChange> coverage() {
        return changes(
                coverage(before, identity::now),
                coverage(after, id -> id),
                (key, pair) -> Objects.equals(pair.before(), pair.after())
                        ? null
                        : new CoverageChange(key.getFirst(), pair.before(), pair.after()));
    }

    private static Map<List<String>, List<String>> coverage(Coordination shared, UnaryOperator<String> ids) {
        var coverage = new TreeMap<List<String>, List<String>>(BY_PARTS);
        for (StateClaim state : shared.state()) {
            coverage.put(
                    List.of(ids.apply(state.service())),
                    state.coveredBy().stream().map(ids).sorted().toList());
        }
        return coverage;
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
