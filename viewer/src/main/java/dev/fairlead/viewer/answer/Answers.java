package dev.fairlead.viewer.answer;

import dev.fairlead.diagram.ir.JsonLayout;
import dev.fairlead.fleet.finding.Place;
import java.io.StringWriter;
import java.util.Collection;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** JSON of answers: one object, as short as it can be written. */
public final class Answers {
    private static final JsonFactory FACTORY = new JsonFactory();

    private Answers() {}

    /** The object whose properties are written by {@code content}. */
    public static String object(Consumer<JsonGenerator> content) {
        var text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            content.accept(json);
            json.writeEndObject();
        }
        return text.toString();
    }

    static void strings(JsonGenerator json, String key, Collection<String> values) {
        json.writeArrayPropertyStart(key);
        values.forEach(json::writeString);
        json.writeEndArray();
    }

    static <T> void objects(JsonGenerator json, String key, Collection<T> items, Consumer<T> properties) {
        json.writeArrayPropertyStart(key);
        for (T item : items) {
            json.writeStartObject();
            properties.accept(item);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    static void stringsOrNull(JsonGenerator json, String key, @Nullable Collection<String> values) {
        if (values == null) {
            json.writeNullProperty(key);
        } else {
            strings(json, key, values);
        }
    }

    static void place(JsonGenerator json, String key, @Nullable Place place) {
        JsonLayout.place(json, key, place);
    }
}
