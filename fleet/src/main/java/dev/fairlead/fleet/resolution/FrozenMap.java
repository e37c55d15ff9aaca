package dev.fairlead.fleet.resolution;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * An immutable map from texts in their order. What {@link java.util.List#copyOf} is to lists: to copy one costs nothing, so
 * what a resolution shares with the one before an edit is not copied again. Two sorted arrays; {@link #get} searches.
 */
@SuppressWarnings("JdkObsolete") // NavigableMap asks for views that nobody needs
public final class FrozenMap<V> extends AbstractMap<String, V> implements SortedMap<String, V> {
    private final String[] keys;
    private final Object[] values;

    private FrozenMap(String[] keys, Object[] values) {
        this.keys = keys;
        this.values = values;
    }

    /** The same entries, in the natural order of their keys. */
    public static <V> FrozenMap<V> copyOf(Map<String, V> map) {
        if (map instanceof FrozenMap<V> frozen) {
            return frozen;
        }
        SortedMap<String, V> sorted =
                map instanceof SortedMap<String, V> some && some.comparator() == null ? some : new TreeMap<>(map);
        var draft = new Draft<V>(sorted.size());
        sorted.forEach(draft::add);
        return draft.frozen();
    }

    /**
     * The entries of this map but for some, and the entries of another. Linear, and compares keys only where an entry is put in
     * or left out.
     */
    public FrozenMap<V> with(Set<String> without, SortedMap<String, V> others) {
        var changes = new TreeMap<String, @Nullable V>();
        for (String key : without) {
            if (index(key) >= 0) {
                changes.put(key, null);
            }
        }
        changes.putAll(others);
        var draft = new Draft<V>(keys.length + others.size());
        int copied = 0;
        for (Map.Entry<String, @Nullable V> change : changes.entrySet()) {
            int found = index(change.getKey());
            int end = found >= 0 ? found : -found - 1;
            draft.addAll(this, copied, end);
            copied = found >= 0 ? end + 1 : end;
            V value = change.getValue();
            if (value != null) {
                draft.add(change.getKey(), value);
            }
        }
        draft.addAll(this, copied, keys.length);
        return draft.frozen();
    }

    /** Whether the values are such maps too. */
    boolean isNested() {
        for (Object value : values) {
            if (!(value instanceof FrozenMap<?>)) {
                return false;
            }
        }
        return true;
    }

    private static final class Draft<V> {
        private final String[] keys;
        private final Object[] values;
        private int size;

        Draft(int most) {
            keys = new String[most];
            values = new Object[most];
        }

        void add(String key, V value) {
            keys[size] = key;
            values[size++] = value;
        }

        void addAll(FrozenMap<V> map, int from, int to) {
            System.arraycopy(map.keys, from, keys, size, to - from);
            System.arraycopy(map.values, from, values, size, to - from);
            size += to - from;
        }

        FrozenMap<V> frozen() {
            return size == keys.length
                    ? new FrozenMap<>(keys, values)
                    : new FrozenMap<>(Arrays.copyOf(keys, size), Arrays.copyOf(values, size));
        }
    }

    private int index(@Nullable Object key) {
        return key instanceof String text ? Arrays.binarySearch(keys, text) : -1;
    }

    @SuppressWarnings("unchecked")
    private V value(int index) {
        return (V) values[index];
    }

    @Override
    public @Nullable V get(@Nullable Object key) {
        int index = index(key);
        return index < 0 ? null : value(index);
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return index(key) >= 0;
    }

    @Override
    public int size() {
        return keys.length;
    }

    @Override
    public void forEach(BiConsumer<? super String, ? super V> action) {
        for (int i = 0; i < keys.length; i++) {
            action.accept(keys[i], value(i));
        }
    }

    @Override
    public Set<Entry<String, V>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Entry<String, V>> iterator() {
                return new Iterator<>() {
                    private int next;

                    @Override
                    public boolean hasNext() {
                        return next < keys.length;
                    }

                    @Override
                    public Entry<String, V> next() {
                        if (next == keys.length) {
                            throw new NoSuchElementException();
                        }
                        return Map.entry(keys[next], value(next++));
                    }
                };
            }

            @Override
            public int size() {
                return keys.length;
            }
        };
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FrozenMap<?> frozen
                ? Arrays.equals(keys, frozen.keys) && Arrays.equals(values, frozen.values)
                : super.equals(other);
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }

    @Override
    public @Nullable Comparator<? super String> comparator() {
        return null;
    }

    @Override
    public String firstKey() {
        return sorted().firstKey();
    }

    @Override
    public String lastKey() {
        return sorted().lastKey();
    }

    @Override
    public SortedMap<String, V> subMap(String from, String to) {
        return sorted().subMap(from, to);
    }

    @Override
    public SortedMap<String, V> headMap(String to) {
        return sorted().headMap(to);
    }

    @Override
    public SortedMap<String, V> tailMap(String from) {
        return sorted().tailMap(from);
    }

    private SortedMap<String, V> sorted() {
        return Collections.unmodifiableSortedMap(new TreeMap<>(this));
    }
}
