package dev.fairlead.nix.value;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;

/** Builds a set from attributes in any order; of several with one name, the first stays. */
public final class AttrsBuilder {
    private record Attr(Symbol name, Value value, int position) {}

    private Attr[] attrs;
    private int size;
    private boolean sorted = true;

    /** @param capacity how many attributes are expected */
    public AttrsBuilder(int capacity) {
        attrs = new Attr[Math.max(4, capacity)];
    }

    public AttrsBuilder add(Symbol name, Value value) {
        return add(name, value, 0);
    }

    public AttrsBuilder add(Symbol name, Value value, int position) {
        if (size == attrs.length) {
            attrs = Arrays.copyOf(attrs, size * 2);
        }
        if (size > 0 && attrs[size - 1].name.compareTo(name) >= 0) {
            sorted = false;
        }
        attrs[size++] = new Attr(name, value, position);
        return this;
    }

    /** The set; the builder must not be used again. Costs a sort if the names were not added in order. */
    public AttrsValue build() {
        if (!sorted) {
            sort();
        }
        Symbol[] names = new Symbol[size];
        Value[] values = new Value[size];
        int[] positions = new int[size];
        int known = 0;
        for (int i = 0; i < size; i++) {
            names[i] = attrs[i].name;
            values[i] = attrs[i].value;
            positions[i] = attrs[i].position;
            known |= positions[i];
        }
        return size == 0
                ? AttrsValue.EMPTY
                : new AttrsValue(Shape.ofSorted(names), values, known == 0 ? null : positions);
    }

    private void sort() {
        Set<Symbol> seen = new HashSet<>(size * 2);
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (seen.add(attrs[i].name)) {
                attrs[kept++] = attrs[i];
            }
        }
        size = kept;
        Arrays.sort(attrs, 0, size, Comparator.comparing(Attr::name));
    }
}
