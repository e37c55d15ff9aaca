package dev.fairlead.scope;

import java.util.Arrays;

/** A growing list of ints, for arrays whose length is not known beforehand. */
final class IntList {
    private int[] elements = new int[16];
    private int size;

    void add(int element) {
        if (size == elements.length) {
            elements = Arrays.copyOf(elements, size * 2);
        }
        elements[size++] = element;
    }

    int get(int index) {
        return elements[index];
    }

    int size() {
        return size;
    }

    int[] toArray() {
        return Arrays.copyOf(elements, size);
    }
}
