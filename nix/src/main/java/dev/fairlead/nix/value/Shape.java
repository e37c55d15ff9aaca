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

    public static final Shape EMPTY = new Shape(new Symbol[0]);
    private static final int LINEAR = 8;

    /** Each is the one shape with its names. */
    private static final ConcurrentHashMap<Shape, Shape> KNOWN = new ConcurrentHashMap<>(1024);

    private final Symbol[] names;
    private final int hash;
    private volatile int @Nullable [] table;

    private Shape(Symbol[] names) {
        this.names = names;
        int mixed = names.length;
        for (int i = 0; i < names.length && names.length <= SHARED; i++) {
            mixed = 31 * mixed + names[i].hash();
        }
        this.hash = mixed;
    }

    /** The shape with these names, which must be sorted and without repeats; the array is not copied. */
    public static Shape ofSorted(Symbol[] names) {
        if (names.length == 0) {
            return EMPTY;
        }
        Shape shape = new Shape(names);
        if (names.length > SHARED) {
            return shape;
        }
        Shape known = KNOWN.get(shape);
        if (known == null) {
            known = KNOWN.putIfAbsent(shape, shape);
        }
        return known == null ? shape : known;
    }

    /** Shapes are equal if they have the same names. Those of few names are then the same object. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof Shape that && hash == that.hash && Arrays.equals(names, that.names));
    }

    /** The same in every process. */
    @Override
    public int hashCode() {
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
