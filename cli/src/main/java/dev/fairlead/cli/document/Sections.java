package dev.fairlead.cli.document;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of a large document, of which each item is read as it comes: at no time is there more of the document as JSON
 * than one item. First it is said what each attribute holds, then the document is read, then the values can be had.
 */
final class Sections {
    private static final String SCHEMA = "schema";

    private final String schema;
    private final Map<String, Section<?>> sections = new LinkedHashMap<>();

    /** @param schema the schema that the document must have */
    Sections(String schema) {
        this.schema = schema;
    }

    /** How an attribute is read, and what it came to. */
    static final class Section<T> {
        private final String key;
        private final Filling<T> filling;
        private @Nullable T value;

        private Section(String key, Filling<T> filling) {
            this.key = key;
            this.filling = filling;
        }

        private void fill(JsonTree tree) throws DocumentException {
            value = filling.fill(tree, key);
        }

        /** What the attribute holds. */
        T get() throws DocumentException {
            T found = value;
            if (found == null) {
                throw new DocumentException("has no " + key);
            }
            return found;
        }

        /** As {@link #get}; something else if there is no such attribute. */
        T orElse(T other) {
            T found = value;
            return found == null ? other : found;
        }
    }

    @FunctionalInterface
    private interface Filling<T> {
        T fill(JsonTree tree, String key) throws DocumentException;
    }

    private <T> Section<T> section(String key, Filling<T> filling) {
        var section = new Section<>(key, filling);
        sections.put(key, section);
        return section;
    }

    /** An attribute that is small. */
    <T> Section<T> part(String key, Parts.Reader<T> reader) {
        return section(key, (tree, name) -> reader.read(JsonPart.of(tree.value(), name)));
    }

    /** An attribute that is a list, each item read alike. */
    <T> Section<List<T>> list(String key, Parts.Reader<T> reader) {
        return section(key, (tree, name) -> {
            if (!tree.isList()) {
                throw JsonPart.of(tree.value(), name).wrong("a list");
            }
            JsonPart around = JsonPart.of(null, name);
            List<T> list = new ArrayList<>();
            while (tree.nextItem()) {
                list.add(reader.read(JsonPart.of(tree.value(), around, list.size())));
            }
            return list;
        });
    }

    /** An attribute that is an object, each of its attributes read alike. */
    <T> Section<SortedMap<String, T>> map(String key, Parts.Reader<T> reader) {
        return section(key, (tree, name) -> {
            if (!tree.isObject()) {
                throw JsonPart.of(tree.value(), name).wrong("an object");
            }
            JsonPart around = JsonPart.of(null, name);
            SortedMap<String, T> map = new TreeMap<>();
            for (String inner = tree.nextKey(); inner != null; inner = tree.nextKey()) {
                int before = map.size();
                map.put(inner, reader.read(JsonPart.of(tree.value(), around, inner)));
                if (map.size() == before) {
                    throw tree.twice(inner);
                }
            }
            return map;
        });
    }

    /** Reads a document. */
    void read(byte[] document) throws DocumentException {
        requireSchema(JsonTree.reading(document, this::read));
    }

    /** Reads a document as it comes. */
    void read(InputStream document) throws IOException, DocumentException {
        requireSchema(JsonTree.reading(document, this::read));
    }

    private void requireSchema(boolean found) throws DocumentException {
        if (!found) {
            throw JsonPart.otherSchema(null, schema);
        }
    }

    /** False if the document does not say what it is. */
    private boolean read(JsonTree tree) throws DocumentException {
        if (!tree.isObject()) {
            Object ignored = tree.value();
            return false;
        }
        Set<String> seen = new HashSet<>();
        for (String key = tree.nextKey(); key != null; key = tree.nextKey()) {
            if (!seen.add(key)) {
                throw tree.twice(key);
            }
            Section<?> section = sections.get(key);
            if (section != null) {
                section.fill(tree);
            } else {
                Object value = tree.value();
                if (key.equals(SCHEMA) && !schema.equals(value)) {
                    throw JsonPart.otherSchema(value instanceof String text ? text : null, schema);
                }
            }
        }
        return seen.contains(SCHEMA);
    }
}
