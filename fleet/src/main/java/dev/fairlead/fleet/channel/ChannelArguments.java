package dev.fairlead.fleet.channel;

import dev.fairlead.fleet.declare.Declarations.ScopeDeclaration;
import dev.fairlead.fleet.deploy.DeployedService;
import dev.fairlead.fleet.finding.Place;
import dev.fairlead.fleet.require.FleetGraph;
import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.value.AttrsBuilder;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.Deferred;
import dev.fairlead.nix.value.IntValue;
import dev.fairlead.nix.value.ListValue;
import dev.fairlead.nix.value.NullValue;
import dev.fairlead.nix.value.StringValue;
import dev.fairlead.nix.value.Symbol;
import dev.fairlead.nix.value.Value;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The arguments {@code pipes} and {@code channels} as a function of a service gets them: a promise for each channel. */
final class ChannelArguments {
    private static final Symbol VALUE = Symbol.of("value");
    private static final Symbol SERVICE = Symbol.of("service");
    private static final Symbol HOST = Symbol.of("host");
    private static final Symbol ENVIRONMENT = Symbol.of("environment");
    private static final Symbol POSITION = Symbol.of("position");
    private static final Symbol FILE = Symbol.of("file");
    private static final Symbol LINE = Symbol.of("line");
    private static final Symbol COLUMN = Symbol.of("column");

    private final Readings readings;
    private final FleetGraph fleet;
    private final Set<String> channels;

    /** @param channels all there are: one that nobody emits into is an empty list */
    ChannelArguments(Readings readings, FleetGraph fleet, Set<String> channels) {
        this.readings = readings;
        this.fleet = fleet;
        this.channels = channels;
    }

    /** {@code pipes}: what is read from each channel. */
    Value pipes(DeployedService service) {
        return byName(
                service,
                gather -> readings.gathered(service, gather).value(),
                channel -> list(readings.seen(service, channel), Item::value));
    }

    /** {@code channels}: the same items, each with where it comes from. */
    Value channels(DeployedService service) {
        return byName(
                service,
                gather -> list(readings.gathered(service, gather).items(), this::record),
                channel -> list(readings.seen(service, channel), this::record));
    }

    private Value byName(
            DeployedService service, Function<PipeEntry.Gather, Value> gathered, Function<String, Value> seen) {
        var names = new TreeSet<>(channels);
        readings.gathers(service).forEach(gather -> names.add(gather.name()));
        var attrs = new AttrsBuilder(names.size());
        for (String name : names) {
            attrs.add(Symbol.of(Bytes.encode(name)), new Deferred(() -> {
                PipeEntry.Gather gather = gather(service, name);
                return gather == null ? seen.apply(name) : gathered.apply(gather);
            }));
        }
        return attrs.build();
    }

    /** The gather of this name, or else the one of the channel of this name. */
    private PipeEntry.@Nullable Gather gather(DeployedService service, String name) {
        for (PipeEntry.Gather gather : readings.gathers(service)) {
            if (gather.name().equals(name)) {
                return gather;
            }
        }
        return readings.gather(service, name);
    }

    private static Value list(List<Item> items, Function<Item, Value> each) {
        return new ListValue(items.stream().map(each).toArray(Value[]::new));
    }

    private AttrsValue record(Item item) {
        DeployedService service = item.origin().service();
        return new AttrsBuilder(5)
                .add(VALUE, item.value())
                .add(SERVICE, text(service.id()))
                .add(HOST, name(fleet.enclosing(service, "host")))
                .add(ENVIRONMENT, name(fleet.enclosing(service, "environment")))
                .add(POSITION, position(item.origin().location()))
                .build();
    }

    private static Value position(@Nullable Place place) {
        return place == null
                ? NullValue.NULL
                : new AttrsBuilder(3)
                        .add(FILE, text(place.file()))
                        .add(LINE, IntValue.of(place.line()))
                        .add(COLUMN, IntValue.of(place.column()))
                        .build();
    }

    private static Value name(@Nullable ScopeDeclaration scope) {
        return scope == null ? NullValue.NULL : text(scope.name());
    }

    private static Value text(String text) {
        return new StringValue(Bytes.encode(text));
    }
}
