package dev.fairlead.nix.eval;

import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.Shape;
import dev.fairlead.nix.value.Symbol;
import dev.fairlead.nix.value.Value;
import java.util.Arrays;

/** How sets of one shape are updated by sets of another: worked out once, applied as often as they meet again. */
final class Merge {
    private final Shape left;
    private final Shape right;
    private final Shape result;

    /** For each name of the result: the index in the right set if not negative, else −1 minus that in the left. */
    private final int[] source;

    private Merge(Shape left, Shape right, Shape result, int[] source) {
        this.left = left;
        this.right = right;
        this.result = result;
        this.source = source;
    }

    /** Costs one comparison of names for each name of the result. */
    static Merge of(Shape left, Shape right) {
        Symbol[] names = new Symbol[left.size() + right.size()];
        int[] source = new int[names.length];
        int size = 0;
        int i = 0;
        int j = 0;
        while (i < left.size() && j < right.size()) {
            Symbol a = left.name(i);
            Symbol b = right.name(j);
            int order = a == b ? 0 : a.compareTo(b);
            names[size] = order < 0 ? a : b;
            source[size++] = order < 0 ? -1 - i : j;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        for (; i < left.size(); i++) {
            names[size] = left.name(i);
            source[size++] = -1 - i;
        }
        for (; j < right.size(); j++) {
            names[size] = right.name(j);
            source[size++] = j;
        }
        Shape result =
                size == left.size() ? left : size == right.size() ? right : Shape.ofSorted(Arrays.copyOf(names, size));
        return new Merge(left, right, result, size == source.length ? source : Arrays.copyOf(source, size));
    }

    /** True if this says how to merge sets of these shapes. */
    boolean fits(Shape a, Shape b) {
        return left == a && right == b;
    }

    AttrsValue apply(AttrsValue a, AttrsValue b) {
        if (result == right) {
            return b;
        }
        Value[] cells = new Value[source.length];
        Value[] fromA = a.values();
        Value[] fromB = b.values();
        for (int i = 0; i < cells.length; i++) {
            int index = source[i];
            cells[i] = index >= 0 ? fromB[index] : fromA[-1 - index];
        }
        return new AttrsValue(result, cells, positions(a, b));
    }

    private int[] positions(AttrsValue a, AttrsValue b) {
        int[] positions = new int[source.length];
        for (int i = 0; i < positions.length; i++) {
            int index = source[i];
            positions[i] = index >= 0 ? b.position(index) : a.position(-1 - index);
        }
        return positions;
    }
}
