package dev.fairlead.fleet.resolution;

import dev.fairlead.fleet.finding.Place;
import dev.fairlead.fleet.resolution.Resolution.Data;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What services share besides the capabilities they require: settings, channels, claims and backends.
 *
 * @param settings by the id of a scope, or of a service where it is an instance, then by the path of the setting
 * @param channels by name
 * @param claims on ports, sorted
 * @param state what services keep, by service id
 * @param backends by scope id, then by class: what the scope chooses
 * @param rules what rules asked for, of which facts, by rule
 * @param contents what tells whether the content of services is the same, by service id, then by class
 */
public record Coordination(
        SortedMap<String, SortedMap<String, Setting>> settings,
        SortedMap<String, Channel> channels,
        List<PortClaim> claims,
        List<StateClaim> state,
        SortedMap<String, SortedMap<String, String>> backends,
        List<Firing> rules,
        SortedMap<String, SortedMap<String, Content>> contents) {

    /** Nothing is shared. */
    public static final Coordination NONE =
            new Coordination(new TreeMap<>(), new TreeMap<>(), List.of(), List.of(), new TreeMap<>());

    public Coordination {
        settings = nested(settings);
        channels = FrozenMap.copyOf(channels);
        claims = List.copyOf(claims);
        state = List.copyOf(state);
        backends = nested(backends);
        rules = List.copyOf(rules);
        contents = nested(contents);
    }

    /** What is shared where no rule fires, and no service has content. */
    public Coordination(
            SortedMap<String, SortedMap<String, Setting>> settings,
            SortedMap<String, Channel> channels,
            List<PortClaim> claims,
            List<StateClaim> state,
            SortedMap<String, SortedMap<String, String>> backends) {
        this(settings, channels, claims, state, backends, List.of(), new TreeMap<>());
    }

    /** The same after rules fired. */
    public Coordination after(List<Firing> firings) {
        return new Coordination(settings, channels, claims, state, backends, firings, contents);
    }

    /** The same with the content of services. */
    public Coordination with(SortedMap<String, SortedMap<String, Content>> told) {
        return new Coordination(settings, channels, claims, state, backends, rules, told);
    }

    private static <T> SortedMap<String, SortedMap<String, T>> nested(SortedMap<String, SortedMap<String, T>> maps) {
        if (maps instanceof FrozenMap<?> frozen && frozen.isNested()) {
            return maps;
        }
        var copy = new TreeMap<String, SortedMap<String, T>>();
        maps.forEach((key, map) -> copy.put(key, FrozenMap.copyOf(map)));
        return FrozenMap.copyOf(copy);
    }

    /**
     * A setting and where it comes from.
     *
     * @param strategy {@code replace append unique recursive}
     * @param declared where its schema is; blame for the default
     * @param strategyDeclared where its schema names the strategy, or null if it does not
     * @param sources every layer that was searched and defines it, most specific first
     * @param items of lists that are merged: each item; of sets that are merged: each leaf
     */
    public record Setting(
            Data value,
            String strategy,
            @Nullable Place declared,
            @Nullable Place strategyDeclared,
            List<Source> sources,
            List<Item> items) {
        public Setting {
            sources = List.copyOf(sources);
            items = List.copyOf(items);
        }
    }

    /**
     * What one layer says of a setting.
     *
     * @param layer a scope id, {@code include}, {@code default} or {@code rule:<name>}
     * @param effective whether the result has something of it
     */
    public record Source(String layer, Data value, @Nullable Place location, boolean effective) {}

    /**
     * A part of a merged setting and the layer it comes from.
     *
     * @param path the index of a list's item, or the attribute path of a leaf
     * @param effective false for what another layer's shadows, or repeats
     */
    public record Item(String path, String layer, @Nullable Place location, boolean effective) {}

    /** What flows through a channel: items in the order of the fleet, consumers by id. */
    public record Channel(@Nullable String description, List<ChannelItem> items, List<Consumer> consumers) {
        public Channel {
            items = List.copyOf(items);
            consumers = List.copyOf(consumers);
        }
    }

    /** An item of a channel; {@code visibility} as of capabilities. */
    public record ChannelItem(
            String service,
            Data value,
            String visibility,
            @Nullable Place location) {}

    /**
     * A service that reads a channel.
     *
     * @param from the producers of the items it gets, one for each item, in order
     */
    public record Consumer(
            String service, List<String> from, @Nullable Place location) {
        public Consumer {
            from = List.copyOf(from);
        }
    }

    /**
     * A claim on a port, or a range of ports, of a host.
     *
     * @param from the first port
     * @param to the last port, inclusive; {@code from} where it is one port
     * @param by the id of the service
     * @param origin {@code fixed}, or {@code auto} for one that Fairlead chose
     * @param setting the path of the one setting that the number comes from, or null
     * @param layer the layer of that setting, or the rule that gave the number, or null
     */
    public record PortClaim(
            String host,
            String name,
            String protocol,
            int from,
            int to,
            String bind,
            boolean open,
            String by,
            String origin,
            @Nullable String setting,
            @Nullable String layer,
            @Nullable Place location) {

        /** True if Fairlead chose the number. */
        public boolean isAutomatic() {
            return origin.equals("auto");
        }
    }

    /** What a service keeps, and the services whose backups have it. */
    public record StateClaim(
            String service,
            Data value,
            List<String> coveredBy,
            @Nullable Place location) {
        public StateClaim {
            coveredBy = List.copyOf(coveredBy);
        }
    }

    /**
     * What a service says for a class.
     *
     * @param digest equal for equal content
     */
    public record Content(How how, String digest) {
        /** What the digest is of. */
        public enum How {
            /** The data of the content, which needs nothing of the target. */
            COMPUTED,
            /** The text of the content, part of which the target decides, and all that this may read from the fleet. */
            WRITTEN
        }
    }
}
