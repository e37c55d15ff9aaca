package dev.fairlead.cli.report;

import dev.fairlead.fleet.resolution.Coordination;
import dev.fairlead.fleet.resolution.Coordination.Channel;
import dev.fairlead.fleet.resolution.Coordination.ChannelItem;
import dev.fairlead.fleet.resolution.Coordination.Consumer;
import dev.fairlead.fleet.resolution.Coordination.Content;
import dev.fairlead.fleet.resolution.Coordination.Item;
import dev.fairlead.fleet.resolution.Coordination.PortClaim;
import dev.fairlead.fleet.resolution.Coordination.Setting;
import dev.fairlead.fleet.resolution.Coordination.Source;
import dev.fairlead.fleet.resolution.Coordination.StateClaim;
import dev.fairlead.fleet.resolution.Firing;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import tools.jackson.core.JsonGenerator;

/** Writes the part of {@code fairlead/resolution/1} that says what services share. */
public final class CoordinationJson {
    private CoordinationJson() {}

    static void write(JsonGenerator json, Coordination shared) {
        nested(json, "settings", shared.settings(), CoordinationJson::setting);
        json.writeObjectPropertyStart("channels");
        shared.channels().forEach((name, channel) -> channel(json, name, channel));
        json.writeEndObject();
        json.writeArrayPropertyStart("claims");
        shared.claims().forEach(claim -> claim(json, claim));
        json.writeEndArray();
        json.writeArrayPropertyStart("state");
        shared.state().forEach(state -> state(json, state));
        json.writeEndArray();
        nested(json, "backends", shared.backends(), JsonGenerator::writeString);
        json.writeArrayPropertyStart("rules");
        shared.rules().forEach(firing -> firing(json, firing));
        json.writeEndArray();
        nested(json, "contents", shared.contents(), CoordinationJson::content);
    }

    private interface Writer<T> {
        void write(JsonGenerator json, T value);
    }

    private static <T> void nested(
            JsonGenerator json, String key, SortedMap<String, SortedMap<String, T>> maps, Writer<? super T> writer) {
        json.writeObjectPropertyStart(key);
        maps.forEach((id, map) -> {
            json.writeObjectPropertyStart(id);
            for (Map.Entry<String, T> entry : map.entrySet()) {
                json.writeName(entry.getKey());
                writer.write(json, entry.getValue());
            }
            json.writeEndObject();
        });
        json.writeEndObject();
    }

    private static void content(JsonGenerator json, Content content) {
        json.writeStartObject();
        json.writeStringProperty("how", content.how().name().toLowerCase(Locale.ROOT));
        json.writeStringProperty("digest", content.digest());
        json.writeEndObject();
    }

    /** A setting as the resolution has it. */
    public static void setting(JsonGenerator json, Setting setting) {
        json.writeStartObject();
        json.writeName("value");
        DataJson.value(json, setting.value());
        json.writeStringProperty("strategy", setting.strategy());
        Json.place(json, "declared", setting.declared());
        Json.place(json, "strategyDeclared", setting.strategyDeclared());
        json.writeArrayPropertyStart("sources");
        for (Source source : setting.sources()) {
            json.writeStartObject();
            json.writeStringProperty("layer", source.layer());
            json.writeName("value");
            DataJson.value(json, source.value());
            Json.place(json, "location", source.location());
            json.writeBooleanProperty("effective", source.effective());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("items");
        for (Item item : setting.items()) {
            json.writeStartObject();
            json.writeStringProperty("path", item.path());
            json.writeStringProperty("layer", item.layer());
            Json.place(json, "location", item.location());
            json.writeBooleanProperty("effective", item.effective());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void channel(JsonGenerator json, String name, Channel channel) {
        json.writeObjectPropertyStart(name);
        json.writeStringProperty("description", channel.description());
        json.writeArrayPropertyStart("items");
        channel.items().forEach(item -> item(json, item));
        json.writeEndArray();
        json.writeArrayPropertyStart("consumers");
        channel.consumers().forEach(consumer -> consumer(json, consumer));
        json.writeEndArray();
        json.writeEndObject();
    }

    public static void item(JsonGenerator json, ChannelItem item) {
        json.writeStartObject();
        json.writeStringProperty("service", item.service());
        json.writeName("value");
        DataJson.value(json, item.value());
        json.writeStringProperty("visibility", item.visibility());
        Json.place(json, "location", item.location());
        json.writeEndObject();
    }

    public static void consumer(JsonGenerator json, Consumer consumer) {
        List<String> from = consumer.from();
        json.writeStartObject();
        json.writeStringProperty("service", consumer.service());
        json.writeNumberProperty("items", from.size());
        Json.strings(json, "from", from);
        Json.place(json, "location", consumer.location());
        json.writeEndObject();
    }

    /** A claim on a port, in the form that the resolution has it. */
    public static void claim(JsonGenerator json, PortClaim claim) {
        json.writeStartObject();
        json.writeStringProperty("kind", "port");
        json.writeStringProperty("host", claim.host());
        json.writeStringProperty("name", claim.name());
        json.writeStringProperty("protocol", claim.protocol());
        json.writeNumberProperty("port", claim.from());
        if (claim.from() == claim.to()) {
            json.writeNullProperty("range");
        } else {
            json.writeObjectPropertyStart("range");
            json.writeNumberProperty("from", claim.from());
            json.writeNumberProperty("to", claim.to());
            json.writeEndObject();
        }
        json.writeStringProperty("bind", claim.bind());
        json.writeBooleanProperty("public", claim.open());
        json.writeStringProperty("by", claim.by());
        json.writeStringProperty("origin", claim.origin());
        json.writeStringProperty("setting", claim.setting());
        json.writeStringProperty("layer", claim.layer());
        Json.place(json, "location", claim.location());
        json.writeEndObject();
    }

    public static void firing(JsonGenerator json, Firing firing) {
        json.writeStartObject();
        json.writeStringProperty("rule", firing.rule());
        json.writeStringProperty("fact", firing.fact());
        json.writeStringProperty("action", firing.action());
        json.writeStringProperty("target", firing.target());
        json.writeStringProperty("what", firing.what());
        Json.place(json, "location", firing.location());
        json.writeEndObject();
    }

    private static void state(JsonGenerator json, StateClaim state) {
        json.writeStartObject();
        json.writeStringProperty("service", state.service());
        json.writeName("value");
        DataJson.value(json, state.value());
        Json.strings(json, "coveredBy", state.coveredBy());
        Json.place(json, "location", state.location());
        json.writeEndObject();
    }
}
