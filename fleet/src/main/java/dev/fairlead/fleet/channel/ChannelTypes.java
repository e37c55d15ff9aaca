package dev.fairlead.fleet.channel;

import dev.fairlead.fleet.declare.Findings;
import dev.fairlead.fleet.declare.Places;
import dev.fairlead.fleet.deploy.Context;
import dev.fairlead.fleet.finding.Place;
import dev.fairlead.fleet.setting.Checked;
import dev.fairlead.fleet.setting.Schema;
import dev.fairlead.fleet.setting.Schemas;
import dev.fairlead.nix.value.AttrsBuilder;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.Deferred;
import dev.fairlead.nix.value.Symbol;
import dev.fairlead.nix.value.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Holds what is emitted to the type of its channel. The type is read as that of the only field of a schema. */
final class ChannelTypes {
    private static final Symbol DATA = Symbol.of("data");
    private static final Symbol TYPE = Symbol.of("type");

    private final Schemas schemas;
    private final Context library;
    private final Places places;
    private final Findings findings;
    private final Map<ChannelDeclaration, Schema> types = new HashMap<>();
    private final Map<Emitted, Typed> known = new HashMap<>();

    private record Emitted(String channel, String aspect, Value cell) {}

    /**
     * What was emitted, as its channel has it.
     *
     * @param value a cell; parts of the wrong type fail when they are read
     * @param checked null where the channel has no type
     */
    record Typed(Value value, @Nullable Checked checked) {}

    /** @param library what the functions of types may ask for */
    ChannelTypes(Schemas schemas, Context library, Places places, Findings findings) {
        this.schemas = schemas;
        this.library = library;
        this.places = places;
        this.findings = findings;
    }

    /** Reads the type of a channel, into which perhaps nobody emits. */
    void read(ChannelDeclaration channel) {
        schema(channel);
    }

    /**
     * What an aspect emits, held to the type of its channel.
     *
     * @param aspect how messages call it
     * @param origin what makes it emit
     * @param location where it is written
     */
    Typed of(ChannelDeclaration channel, String aspect, Value data, Emission.Origin origin, @Nullable Place location) {
        Schema schema = schema(channel);
        if (schema == null) {
            return new Typed(data, null);
        }
        return known.computeIfAbsent(new Emitted(channel.name(), aspect, data), key -> {
            var blame = new ChannelBlame(
                    channel.name(),
                    aspect,
                    origin,
                    location,
                    places.at(channel.typePosition()),
                    schemas.references(),
                    places);
            Value set = new AttrsBuilder(1).add(DATA, data).build();
            Checked checked = schemas.check(schema, List.of(channel.name()), set, 0, aspect, blame);
            return new Typed(new Deferred(() -> data(checked)), checked);
        });
    }

    private static Value data(Checked checked) {
        Value data = checked.value().get(DATA);
        if (data == null) {
            throw new IllegalStateException("the only field of a schema is not in its value");
        }
        return data;
    }

    private @Nullable Schema schema(ChannelDeclaration channel) {
        Value type = channel.type();
        return type == null ? null : types.computeIfAbsent(channel, declared -> schema(declared, type));
    }

    private Schema schema(ChannelDeclaration channel, Value type) {
        int position = channel.typePosition();
        AttrsValue field = new AttrsBuilder(1).add(TYPE, type, position).build();
        AttrsValue fields = new AttrsBuilder(1).add(DATA, field, position).build();
        Schema schema = schemas.read(fields, position, "den.channels." + channel.name() + ".type", library);
        findings.addAll(schema.findings());
        return schema;
    }
}
