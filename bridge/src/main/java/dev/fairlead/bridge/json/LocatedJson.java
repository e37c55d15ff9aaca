package dev.fairlead.bridge.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A JSON value and the offset of its first byte. */
public sealed interface LocatedJson {
    int offset();

    /** An object; fields keep their order. */
    record Fields(Map<String, Field> fields, int offset) implements LocatedJson {
        public Fields {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }

        /** The value of a field, or null. */
        public @Nullable LocatedJson get(String name) {
            Field field = fields.get(name);
            return field == null ? null : field.value();
        }
    }

    /** A field's value, and the offset of its name. */
    record Field(LocatedJson value, int offset) {}

    record Items(List<LocatedJson> items, int offset) implements LocatedJson {
        public Items {
            items = List.copyOf(items);
        }
    }

    record Text(String value, int offset) implements LocatedJson {}

    record Whole(long value, int offset) implements LocatedJson {}

    record Real(double value, int offset) implements LocatedJson {}

    record Truth(boolean value, int offset) implements LocatedJson {}

    record Nothing(int offset) implements LocatedJson {}
}
