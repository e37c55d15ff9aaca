package dev.fairlead.cli.report;

import dev.fairlead.diagram.ir.JsonLayout;
import dev.fairlead.fleet.finding.Place;
import java.io.OutputStream;
import java.util.Collection;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** One JSON document on a stream: UTF-8, two spaces of indentation, one key or item a line, a line break at the end. */
public final class Json {
    private static final JsonFactory FACTORY =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private Json() {}

    public static void write(OutputStream out, Consumer<JsonGenerator> content) {
        try (JsonGenerator json = FACTORY.createGenerator(new JsonLayout(), out)) {
            json.writeStartObject();
            content.accept(json);
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    public static void strings(JsonGenerator json, String key, Collection<String> values) {
        json.writeArrayPropertyStart(key);
        values.forEach(json::writeString);
        json.writeEndArray();
    }

    public static void place(JsonGenerator json, String key, @Nullable Place place) {
        JsonLayout.place(json, key, place);
    }
}
