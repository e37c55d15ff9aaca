package dev.fairlead.bridge.den;

import dev.fairlead.bridge.json.LocatedJson;
import dev.fairlead.bridge.json.LocatedJson.Fields;
import dev.fairlead.bridge.json.LocatedJson.Items;
import dev.fairlead.bridge.json.LocatedJson.Text;
import dev.fairlead.bridge.json.LocatedJson.Truth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An object of a graph, and how a message names it. */
record DenJson(String path, Fields fields) {
    static DenJson of(String path, @Nullable LocatedJson json) throws DenFormatException {
        if (json instanceof Fields fields) {
            return new DenJson(path, fields);
        }
        throw new DenFormatException(path + " is no object");
    }

    /** The text of a key, or null where it is null, absent or something else. */
    @Nullable
    String text(String key) {
        return fields.get(key) instanceof Text text ? text.value() : null;
    }

    String required(String key) throws DenFormatException {
        String text = text(key);
        if (text == null) {
            throw new DenFormatException(path + " has no '" + key + "'");
        }
        return text;
    }

    boolean is(String key) {
        return fields.get(key) instanceof Truth truth && truth.value();
    }

    boolean has(String key) {
        return fields.get(key) != null;
    }

    List<DenJson> objects(String key) throws DenFormatException {
        var objects = new ArrayList<DenJson>();
        if (fields.get(key) instanceof Items items) {
            for (LocatedJson item : items.items()) {
                objects.add(of(path + "." + key + "[" + objects.size() + "]", item));
            }
        }
        return objects;
    }

    List<String> strings(String key) {
        var strings = new ArrayList<String>();
        if (fields.get(key) instanceof Items items) {
            for (LocatedJson item : items.items()) {
                if (item instanceof Text text) {
                    strings.add(text.value());
                }
            }
        }
        return strings;
    }
}
