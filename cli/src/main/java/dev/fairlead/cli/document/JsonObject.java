package dev.fairlead.cli.document;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An object of a JSON document. Large documents have a million of them, nearly all with a few keys that are read in the order
 * in which they are written, so a key is looked for where the last was found, and only many keys get a table.
 */
final class JsonObject {
    private static final int FEW = 16;

    private String[] keys = new String[8];
    private @Nullable Object[] values = new @Nullable Object[8];
    private int size;
    /** A bit for each hash of a key: most keys are known to be new by that. */
    private long hashes;
    /** Where a key is; null while there are few. */
    private @Nullable Map<String, Integer> table;
    /** Behind the key that was found last. */
    private int next;

    /** Adds a key; false if it is there already. */
    boolean add(String key, @Nullable Object value) {
        long hash = 1L << key.hashCode();
        if ((hashes & hash) != 0 && indexOf(key) >= 0) {
            return false;
        }
        hashes |= hash;
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, 2 * size);
            values = Arrays.copyOf(values, 2 * size);
        }
        keys[size] = key;
        values[size] = value;
        size++;
        if (table != null) {
            table.put(key, size - 1);
        } else if (size > FEW) {
            table = new HashMap<>();
            for (int i = 0; i < size; i++) {
                table.put(keys[i], i);
            }
        }
        return true;
    }

    /** Where a key is, or -1. */
    int indexOf(String key) {
        if (table != null) {
            return table.getOrDefault(key, -1);
        }
        for (int i = next; i < size; i++) {
            if (keys[i].equals(key)) {
                next = i + 1;
                return i;
            }
        }
        for (int i = 0; i < next; i++) {
            if (keys[i].equals(key)) {
                next = i + 1;
                return i;
            }
        }
        return -1;
    }

    @Nullable
    Object value(int index) {
        return values[index];
    }

    /** The value of a key; null if it has none, too. */
    @Nullable
    Object get(String key) {
        int index = indexOf(key);
        return index < 0 ? null : values[index];
    }

    /** In the order of the document. */
    List<String> keys() {
        return List.of(Arrays.copyOf(keys, size));
    }

    int size() {
        return size;
    }
}
