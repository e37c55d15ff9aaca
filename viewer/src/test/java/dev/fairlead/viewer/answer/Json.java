package dev.fairlead.viewer.answer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Answers as plain objects. What is null in JSON is the text {@code null}. */
public final class Json {
    private Json() {}

    public static Map<String, Object> object(String json) {
        try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), json)) {
            parser.nextToken();
            return cast(value(parser));
        }
    }

    public static Map<String, Object> object(Map<String, Object> object, String key) {
        return cast(object.getOrDefault(key, Map.of()));
    }

    /** The items of a list that are objects or lists; lists become objects without keys. */
    public static List<Map<String, Object>> list(Map<String, Object> object, String key) {
        var items = new ArrayList<Map<String, Object>>();
        if (object.get(key) instanceof List<?> list) {
            list.forEach(item -> items.add(item instanceof Map ? cast(item) : Map.of()));
        }
        return items;
    }

    public static List<String> strings(Map<String, Object> object, String key) {
        var items = new ArrayList<String>();
        if (object.get(key) instanceof List<?> list) {
            list.forEach(item -> items.add(String.valueOf(item)));
        }
        return items;
    }

    public static double number(Map<String, Object> object, String key) {
        return object.get(key) instanceof Number number ? number.doubleValue() : Double.NaN;
    }

    private static Map<String, Object> cast(Object value) {
        var object = new LinkedHashMap<String, Object>();
        ((Map<?, ?>) value).forEach((key, field) -> object.put(String.valueOf(key), field));
        return object;
    }

    private static Object value(JsonParser parser) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> {
                var object = new LinkedHashMap<String, Object>();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    String name = parser.currentName();
                    parser.nextToken();
                    object.put(name, value(parser));
                }
                yield object;
            }
            case START_ARRAY -> {
                var items = new ArrayList<Object>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    items.add(value(parser));
                }
                yield items;
            }
            case VALUE_NUMBER_INT -> parser.getLongValue();
            case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
            default -> parser.getString();
        };
    }
}
