package dev.fairlead.nix.eval;

import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.Shape;
import dev.fairlead.nix.value.Symbol;
import dev.fairlead.nix.value.Value;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** How sets of one shape are updated by sets of another: worked out once, applied as often as they meet again. */
final class Merge {
    /** A left set this many times as large is searched for the right names rather than walked along with them. */
    private static final int SEARCH_FACTOR = 8;

    /** The positions of the last result, which are those of the next if both sets come from the same places again. */
    private static final class MergedPositions {
        final int @Nullable [] left;
        final int @Nullable [] right;
        final int[] merged;

        MergedPositions(int @Nullable [] left, int @Nullable [] right, int[] merged) {
            this.left = left;
            this.right = right;
            this.merged = merged;
        }
    }

    private final Shape left;
    private final Shape right;
    private final Shape result;

    /** For each name of the result: the index in the right set if not negative, else −1 minus that in the left. */
    private final int[] source;

    private @Nullable MergedPositions last;

    private Merge(Shape left, Shape right, Shape result, int[] source) {
        this.left = left;
        this.right = right;
        this.result = result;
        this.source = source;
    }

    /**
     * Compares names once for each name of the result, or a logarithm of times for each on the right if there are few
     * of them.
     */
    static Merge of(Shape left, Shape right) {
        if (left == right) {
            return new Merge(left, right, right, new int[0]);
        }
        Symbol[] names = new Symbol[left.size() + right.size()];
        int[] source = new int[names.length];
        boolean search = left.size() / SEARCH_FACTOR > right.size();
        int size = 0;
        int i = 0;
        for (int j = 0; j < right.size(); j++) {
            Symbol name = right.name(j);
            int end = search ? searchFrom(left, i, name) : walkFrom(left, i, name);
            size = copy(left, i, end, names, source, size);
            i = end < left.size() && left.name(end) == name ? end + 1 : end;
            names[size] = name;
            source[size++] = j;
        }
        size = copy(left, i, left.size(), names, source, size);
        Shape result =
                size == right.size() ? right : size == left.size() ? left : Shape.ofSorted(Arrays.copyOf(names, size));
        return new Merge(left, right, result, size == source.length ? source : Arrays.copyOf(source, size));
    }

    /** The index of the first name from {@code start} that is not before {@code name}. */
    private static int walkFrom(Shape shape, int start, Symbol name) {
        int i = start;
        while (i < shape.size() && shape.name(i) != name && shape.name(i).compareTo(name) < 0) {
            i++;
        }
        return i;
    }

    private static int searchFrom(Shape shape, int start, Symbol name) {
        int found = Arrays.binarySearch(shape.names(), start, shape.size(), name);
        return found >= 0 ? found : -found - 1;
    }

    private static int copy(Shape left, int start, int end, Symbol[] names, int[] source, int size) {
        System.arraycopy(left.names(), start, names, size, end - start);
        int at = size;
        for (int i = start; i < end; i++) {
            source[at++] = -1 - i;
        }
        return at;
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

    @SuppressWarnings("ReferenceEquality") // shared arrays are recognised by being the same
    private int @Nullable [] positions(AttrsValue a, AttrsValue b) {
        int[] fromA = a.positions();
        int[] fromB = b.positions();
        if (fromA == null && fromB == null) {
            return null;
        }
        MergedPositions known = last;
        if (known == null || known.left != fromA || known.right != fromB) {
            int[] merged = new int[source.length];
            for (int i = 0; i < merged.length; i++) {
                int index = source[i];
                merged[i] = index >= 0 ? b.position(index) : a.position(-1 - index);
            }
            known = new MergedPositions(fromA, fromB, merged);
            last = known;
        }
        return known.merged;
    }
}
