package dev.fairlead.cli.difference;

import dev.fairlead.cli.report.CoordinationJson;
import dev.fairlead.cli.report.DataJson;
import dev.fairlead.cli.report.FindingsJson;
import dev.fairlead.cli.report.Json;
import dev.fairlead.cli.report.ResolutionJson;
import dev.fairlead.diagram.diff.Difference;
import dev.fairlead.diagram.diff.Difference.Rebinding;
import dev.fairlead.diagram.diff.Difference.SettingChange;
import dev.fairlead.diagram.diff.Difference.Size;
import dev.fairlead.diagram.diff.Difference.WaveChange;
import dev.fairlead.fleet.resolution.Resolution.Data;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Writes {@code fairlead/difference/1}. */
public final class DifferenceJson {
    private final JsonGenerator json;

    private DifferenceJson(JsonGenerator json) {
        this.json = json;
    }

    public static void write(Difference difference, OutputStream out) {
        Json.write(out, json -> new DifferenceJson(json).write(difference));
    }

    private void write(Difference difference) {
        json.writeStringProperty("schema", "fairlead/difference/1");
        size("before", difference.before());
        size("after", difference.after());
        list("scopes", difference.scopes(), change -> {
            constant("kind", change.kind());
            sides(change.before(), change.after(), JsonGenerator::writeString);
            Json.strings(json, "attributes", change.attributes());
        });
        list("services", difference.services(), change -> {
            constant("kind", change.kind());
            sides(change.before(), change.after(), JsonGenerator::writeString);
            Json.strings(json, "attributes", change.attributes());
        });
        list(
                "excluded",
                difference.excluded(),
                change -> sides(change.before(), change.after(), (out, excluded) -> {
                    out.writeStartObject();
                    ResolutionJson.excluded(out, excluded);
                    out.writeEndObject();
                }));
        list("edges", difference.edges(), change -> sides(change.before(), change.after(), ResolutionJson::edge));
        list("bindings", difference.bindings(), this::binding);
        list("settings", difference.settings(), this::setting);
        list("ports", difference.ports(), change -> sides(change.before(), change.after(), CoordinationJson::claim));
        list("items", difference.items(), change -> {
            json.writeStringProperty("channel", change.channel());
            json.writeStringProperty("service", change.service());
            sides(change.before(), change.after(), DataJson::value);
            json.writeStringProperty("visibilityBefore", change.visibilityBefore());
            json.writeStringProperty("visibilityAfter", change.visibilityAfter());
        });
        list("consumers", difference.consumers(), change -> {
            json.writeStringProperty("channel", change.channel());
            json.writeStringProperty("service", change.service());
            Json.strings(json, "gained", change.gained());
            Json.strings(json, "lost", change.lost());
        });
        list("coverage", difference.coverage(), change -> {
            json.writeStringProperty("service", change.service());
            sides(change.before(), change.after(), DifferenceJson::strings);
            side("stateBefore", change.stateBefore(), DataJson::value);
            side("stateAfter", change.stateAfter(), DataJson::value);
        });
        list("backends", difference.backends(), change -> {
            json.writeStringProperty("scope", change.scope());
            json.writeStringProperty("class", change.routed());
            sides(change.before(), change.after(), JsonGenerator::writeString);
        });
        list("rules", difference.rules(), change -> sides(change.before(), change.after(), CoordinationJson::firing));
        list("plan", difference.plan(), this::wave);
        list("outputs", difference.outputs(), change -> {
            json.writeStringProperty("class", change.output());
            json.writeStringProperty("scope", change.where());
            json.writeBooleanProperty("certain", change.certain());
            Json.strings(json, "because", change.because());
        });
        FindingsJson.findings(json, "appeared", difference.appeared());
        FindingsJson.findings(json, "resolved", difference.resolved());
        json.writeObjectPropertyStart("affected");
        Json.strings(json, "changed", difference.affected().changed());
        Json.strings(json, "dependent", difference.affected().dependent());
        Json.strings(json, "hosts", difference.affected().hosts());
        json.writeEndObject();
    }

    private void size(String key, Size size) {
        json.writeObjectPropertyStart(key);
        json.writeStringProperty("fleet", size.fleet());
        json.writeNumberProperty("services", size.services());
        json.writeNumberProperty("hosts", size.hosts());
        json.writeNumberProperty("errors", size.errors());
        json.writeEndObject();
    }

    private void binding(Rebinding change) {
        json.writeStringProperty("service", change.service());
        json.writeStringProperty("capability", change.capability());
        json.writeObjectPropertyStart("before");
        constant("state", change.stateBefore());
        Json.strings(json, "bound", change.before());
        json.writeEndObject();
        json.writeObjectPropertyStart("after");
        constant("state", change.stateAfter());
        Json.strings(json, "bound", change.after());
        json.writeEndObject();
        Json.strings(json, "reasons", change.reasons());
    }

    private void setting(SettingChange change) {
        json.writeStringProperty("where", change.where());
        json.writeStringProperty("path", change.path());
        layer("before", change.before(), change.layerBefore());
        layer("after", change.after(), change.layerAfter());
        list("layers", change.layers(), said -> {
            json.writeStringProperty("layer", said.layer());
            sides(said.before(), said.after(), DataJson::value);
        });
    }

    private void layer(String key, @Nullable Data value, @Nullable String layer) {
        if (value == null) {
            json.writeNullProperty(key);
            return;
        }
        json.writeObjectPropertyStart(key);
        json.writeName("value");
        DataJson.value(json, value);
        json.writeStringProperty("layer", layer);
        json.writeEndObject();
    }

    private void wave(WaveChange change) {
        json.writeStringProperty("service", change.service());
        sides(change.before(), change.after(), JsonGenerator::writeNumber);
    }

    private <T> void list(String key, List<T> changes, Consumer<T> properties) {
        json.writeArrayPropertyStart(key);
        for (T change : changes) {
            json.writeStartObject();
            properties.accept(change);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private <T> void sides(@Nullable T before, @Nullable T after, BiConsumer<JsonGenerator, T> writer) {
        side("before", before, writer);
        side("after", after, writer);
    }

    private <T> void side(String key, @Nullable T value, BiConsumer<JsonGenerator, T> writer) {
        json.writeName(key);
        if (value == null) {
            json.writeNull();
        } else {
            writer.accept(json, value);
        }
    }

    private static void strings(JsonGenerator json, List<String> values) {
        json.writeStartArray();
        values.forEach(json::writeString);
        json.writeEndArray();
    }

    private void constant(String key, Enum<?> constant) {
        json.writeStringProperty(key, constant.name().toLowerCase(Locale.ROOT));
    }
}
