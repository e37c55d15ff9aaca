package dev.fairlead.cli.document;

import dev.fairlead.fleet.finding.Place;
import dev.fairlead.fleet.resolution.Resolution.Data;
import java.util.ArrayList;
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

    /** A constant that is written in lower case. */
    static <E extends Enum<E>> E constant(JsonPart part, String key, Class<E> constants) throws DocumentException {
        String text = part.text(key);
        for (E constant : constants.getEnumConstants()) {
            String name = constant.name();
            if (name.length() == text.length() && name.toLowerCase(Locale.ROOT).equals(text)) {
                return constant;
            }
        }
        throw part.get(key).wrong("something else than \"" + text + "\"");
    }

    static Data data(JsonPart part) throws DocumentException {
        return switch (part.value()) {
            case null -> new Data.Nothing();
            case String text -> new Data.Text(text);
            case Long number -> new Data.Whole(number);
            case Double number -> new Data.Real(number);
            case Boolean truth -> new Data.Truth(truth);
            case List<?> _ -> {
                List<Data> items = new ArrayList<>();
                for (JsonPart item : part.items()) {
                    items.add(data(item));
                }
                yield new Data.Items(items);
            }
            case Map<?, ?> fields
            when fields.size() == 2
                    && fields.get("$nix") instanceof String kind
                    && fields.get("text") instanceof String text -> new Data.Opaque(kind, text);
            default -> new Data.Fields(map(part, Parts::data));
        };
    }
}
