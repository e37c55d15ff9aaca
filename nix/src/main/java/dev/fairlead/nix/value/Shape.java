package dev.fairlead.nix.value;

import java.util.Arrays;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The names of an attribute set, sorted by bytes and shared by all sets that were built at one place ("hidden class").
 *
 * <p>A set is a shape and an array of values in the order of the shape. A place in the program that selects a name
 * remembers the last shape it saw and the index found there, so most selections cost one comparison. Small shapes are
 * searched linearly by identity, larger ones through an open-addressing table built on first use.
 *
 * <p>Shapes of few names exist once: programs make the same small sets in many ways ({@code //}, {@code listToAttrs}),
 * and whoever remembers something about a shape then finds it again.
 */
public final class Shape {
    /** The most names of a shape that exists once. */
    public static final int SHARED = 16;

    public static final Shape EMPTY = new Shape(new Symbol[0], 0);
    private static final int LINEAR = 8;

    private static final ConcurrentHashMap<Names, Shape> KNOWN = new ConcurrentHashMap<>(1024);

    /** The names of a shape, as what it is known by. */
    private static final class Names {
        private final Symbol[] names;
        private final int hash;

        Names(Symbol[] names) {
            this.names = names;
            int mixed = names.length;
            for (Symbol name : names) {
                mixed = 31 * mixed + name.hash();
            }
            this.hash = mixed;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Names that && Arrays.equals(names, that.names);
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }

    private final Symbol[] names;
    private final int hash;
    private volatile int @Nullable [] table;

    private Shape(Symbol[] names, int hash) {
        this.names = names;
        this.hash = hash;
    }

    /** The shape with these names, which must be sorted and without repeats; the array is not copied. */
    public static Shape ofSorted(Symbol[] names) {
        if (names.length == 0) {
            return EMPTY;
        }
        if (names.length > SHARED) {
            return new Shape(names, names.length);
        }
        Names key = new Names(names);
        Shape known = KNOWN.get(key);
        return known != null ? known : KNOWN.computeIfAbsent(key, _ -> new Shape(names, key.hash));
    }

    /** Tells shapes of few names apart by them, the same in every process. */
    public int hash() {
        return hash;
    }

    public int size() {
        return names.length;
    }

    public Symbol name(int index) {
        return names[index];
    }

    /** The names, sorted. Not to be modified. */
    public Symbol[] names() {
        return names;
    }

    /** The index of a name, or −1. */
    public int indexOf(Symbol name) {
        Symbol[] all = names;
        if (all.length <= LINEAR) {
            for (int i = 0; i < all.length; i++) {
                if (all[i] == name) {
                    return i;
                }
            }
            return -1;
        }
        int[] slots = table;
        if (slots == null) {
            slots = index(all);
            table = slots;
        }
        int mask = slots.length - 1;
        for (int at = name.hash() & mask; ; at = (at + 1) & mask) {
            int index = slots[at] - 1;
            if (index < 0 || all[index] == name) {
                return index;
            }
        }
    }

    private static int[] index(Symbol[] names) {
        int[] slots = new int[Integer.highestOneBit(names.length * 2 - 1) * 2];
        int mask = slots.length - 1;
        for (int i = 0; i < names.length; i++) {
            int at = names[i].hash() & mask;
            while (slots[at] != 0) {
                at = (at + 1) & mask;
            }
            slots[at] = i + 1;
        }
        return slots;
    }

    @Override
    public String toString() {
        return Arrays.toString(names);
    }
}
