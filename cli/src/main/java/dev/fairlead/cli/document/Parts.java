package dev.fairlead.cli.document;

import dev.fairlead.fleet.finding.Place;
import dev.fairlead.fleet.resolution.Resolution.Data;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads what many documents have parts of: lists, places, data of the fleet, constants. */
final class Parts {
    private Parts() {}

    /** How one thing is read. */
    @FunctionalInterface
    interface Reader<T> {
        T read(JsonPart part) throws DocumentException;
    }

    static <T> List<T> list(JsonPart part, String key, Reader<T> reader) throws DocumentException {
        List<T> list = new ArrayList<>();
        for (JsonPart item : part.items(key)) {
            list.add(reader.read(item));
        }
        return list;
    }

    /** The attributes of an object, each read alike. */
    static <T> SortedMap<String, T> map(JsonPart part, Reader<T> reader) throws DocumentException {
        SortedMap<String, T> map = new TreeMap<>();
        for (String key : part.keys()) {
            map.put(key, reader.read(part.get(key)));
        }
        return map;
    }

    static @Nullable Place place(JsonPart part, String key) throws DocumentException {
        JsonPart place = part.get(key);
        return place.isNull()
                ? null
                : new Place(
                        place.text("file"),
                        place.number("line"),
                        place.number("column"),
                        place.number("endLine"),
                        place.number("endColumn"));
    }

    /** Constants by their names, which are written in lower case. */
    static <E extends Enum<E>> Map<String, E> constants(Class<E> type) {
        Map<String, E> constants = new HashMap<>();
        for (E constant : type.getEnumConstants()) {
            constants.put(constant.name().toLowerCase(Locale.ROOT), constant);
        }
        return Map.copyOf(constants);
    }

    /** One of some {@link #constants}. */
    static <E extends Enum<E>> E constant(JsonPart part, String key, Map<String, E> constants)
            throws DocumentException {
        String text = part.text(key);
        E constant = constants.get(text);
        if (constant == null) {
            throw part.get(key).wrong("something else than \"" + text + "\"");
        }
        return constant;
    }

    static Data data(JsonPart part) throws DocumentException {
        // Not a switch over patterns, which the JVM links and looks up anew: there are hundreds of thousands of these.
        Object value = part.value();
        if (value instanceof String text) {
            return new Data.Text(text);
        }
        if (value instanceof Long number) {
            return new Data.Whole(number);
        }
        if (value instanceof List<?>) {
            List<Data> items = new ArrayList<>();
            for (JsonPart item : part.items()) {
                items.add(data(item));
            }
            return new Data.Items(items);
        }
        if (value instanceof JsonObject object) {
            return object.size() == 2
                            && object.get("$nix") instanceof String kind
                            && object.get("text") instanceof String text
                    ? new Data.Opaque(kind, text)
                    : new Data.Fields(map(part, Parts::data));
        }
        if (value instanceof Boolean truth) {
            return new Data.Truth(truth);
        }
        return value instanceof Double number ? new Data.Real(number) : new Data.Nothing();
    }
}
