package dev.fairlead.diagram.ir;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** An object of a JSON text, with accessors that complain in words of the text. */
final class JsonFields {
    /** Stands for a value that was read and is null. */
    private static final Object NULL = new Object();

    private final String path;
    private final Map<String, Object> fields;

    private JsonFields(String path, Map<String, Object> fields) {
        this.path = path;
        this.fields = fields;
    }

    /** The object that a text consists of. */
    static JsonFields of(String json) throws DiagramFormatException {
        try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new DiagramFormatException("it is no JSON object");
            }
            var root = new JsonFields("", object(parser));
            if (parser.nextToken() != null) {
                throw new DiagramFormatException("something follows the JSON object");
            }
            return root;
        } catch (JacksonException broken) {
            var place = broken.getLocation();
            throw new DiagramFormatException("it is no JSON: " + broken.getOriginalMessage()
                    + (place == null ? "" : " (line " + place.getLineNr() + ", column " + place.getColumnNr() + ")"));
        }
    }

    private static Map<String, Object> object(JsonParser parser) {
        var fields = new LinkedHashMap<String, Object>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            fields.put(name, value(parser));
        }
        return fields;
    }

    private static Object value(JsonParser parser) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> {
                var items = new ArrayList<Object>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    items.add(value(parser));
                }
                yield items;
            }
            case VALUE_NULL -> NULL;
            case VALUE_NUMBER_INT -> parser.getBigIntegerValue().longValue();
            default -> parser.getString();
        };
    }

    /** How a message names a key. */
    String where(String key) {
        return path.isEmpty() ? "'" + key + "'" : "'" + path + "." + key + "'";
    }

    Collection<Map.Entry<String, Object>> entries() {
        return fields.entrySet();
    }

    String text(String key) throws DiagramFormatException {
        String text = optionalText(key);
        if (text == null) {
            throw new DiagramFormatException(where(key) + " is missing");
        }
        return text;
    }

    String text(String key, String otherwise) throws DiagramFormatException {
        String text = optionalText(key);
        return text == null ? otherwise : text;
    }

    @Nullable
    String optionalText(String key) throws DiagramFormatException {
        return switch (fields.getOrDefault(key, NULL)) {
            case String text -> text;
            case Object other when other == NULL -> null;
            default -> throw new DiagramFormatException(where(key) + " is no text");
        };
    }

    long whole(String key, long otherwise) throws DiagramFormatException {
        return switch (fields.getOrDefault(key, NULL)) {
            case Long number -> number;
            case Object other when other == NULL -> otherwise;
            default -> throw new DiagramFormatException(where(key) + " is no whole number");
        };
    }

    List<String> strings(String key) throws DiagramFormatException {
        var texts = new ArrayList<String>();
        for (Object item : items(key)) {
            if (!(item instanceof String text)) {
                throw new DiagramFormatException(where(key) + " holds something that is no text");
            }
            texts.add(text);
        }
        return texts;
    }

    List<JsonFields> objects(String key) throws DiagramFormatException {
        var objects = new ArrayList<JsonFields>();
        for (Object item : items(key)) {
            objects.add(object(key + "[" + objects.size() + "]", item));
        }
        return objects;
    }

    @Nullable
    JsonFields optionalObject(String key) throws DiagramFormatException {
        Object value = fields.getOrDefault(key, NULL);
        return value == NULL ? null : object(key, value);
    }

    private JsonFields object(String key, Object value) throws DiagramFormatException {
        if (!(value instanceof Map<?, ?> map)) {
            throw new DiagramFormatException(where(key) + " is no object");
        }
        var copy = new LinkedHashMap<String, Object>();
        map.forEach((name, field) -> copy.put(String.valueOf(name), field));
        return new JsonFields(path.isEmpty() ? key : path + "." + key, copy);
    }

    private List<?> items(String key) throws DiagramFormatException {
        return switch (fields.getOrDefault(key, NULL)) {
            case List<?> items -> items;
            case Object other when other == NULL -> List.of();
            default -> throw new DiagramFormatException(where(key) + " is no list");
        };
    }
}
