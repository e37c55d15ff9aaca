package dev.fairlead.nix.value;

import java.util.Arrays;

/**
 * Builds a set from attributes in any order; of several with one name, the first stays. Costs nothing but copies if they
 * come in the order of their names, else a sort.
 */
public final class AttrsBuilder {
    private record Attr(Symbol name, Value value, int position) {}

    private Symbol[] names;
    private Value[] values;
    private int[] positions;
    private int size;
    private boolean sorted = true;

    /** @param capacity how many attributes are expected */
    public AttrsBuilder(int capacity) {
        names = new Symbol[capacity];
        values = new Value[capacity];
        positions = new int[capacity];
    }

    public AttrsBuilder add(Symbol name, Value value) {
        return add(name, value, 0);
    }

    public AttrsBuilder add(Symbol name, Value value, int position) {
        if (size == names.length) {
            resize(Math.max(4, size * 2));
        }
        sorted = sorted && (size == 0 || names[size - 1].compareTo(name) < 0);
        names[size] = name;
        values[size] = value;
        positions[size] = position;
        size++;
        return this;
    }

    /** True if an attribute with this name was added. Looks at all of them. */
    public boolean contains(Symbol name) {
        for (int i = 0; i < size; i++) {
            if (names[i] == name) {
                return true;
            }
        }
        return false;
    }

    /** The set; the builder must not be used again. */
    public AttrsValue build() {
        if (!sorted) {
            sort();
        }
        if (size < names.length) {
            resize(size);
        }
        return size == 0
                ? AttrsValue.EMPTY
                : new AttrsValue(Shape.ofSorted(names), values, hasPositions() ? positions : null);
    }

    private boolean hasPositions() {
        for (int position : positions) {
            if (position != 0) {
                return true;
            }
        }
        return false;
    }

    private void resize(int capacity) {
        names = Arrays.copyOf(names, capacity);
        values = Arrays.copyOf(values, capacity);
        positions = Arrays.copyOf(positions, capacity);
    }

    private void sort() {
        Attr[] attrs = new Attr[size];
        for (int i = 0; i < size; i++) {
            attrs[i] = new Attr(names[i], values[i], positions[i]);
        }
        // Stable, so the first of several with one name is the first added
        Arrays.sort(attrs, (a, b) -> a.name.compareTo(b.name));
        size = 0;
        for (Attr attr : attrs) {
            if (size == 0 || names[size - 1] != attr.name) {
                names[size] = attr.name;
                values[size] = attr.value;
                positions[size] = attr.position;
                size++;
            }
        }
    }
}
