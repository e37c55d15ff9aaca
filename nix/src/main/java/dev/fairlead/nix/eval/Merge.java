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

    /** From how many cells on a copy is called for. */
    private static final int LONG_RUN = 8;

    /**
     * What was worked out of late for shapes that exist once, at a place that both tell: one operator of a library may see
     * all the shapes of a program. Threads may overwrite what others wrote, since all of it is true.
     */
    private static final @Nullable Merge[] RECENT = new Merge[1024];

    /** How many low bits of a sum of hashes say little. */
    private static final int MIXED = 7;

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

    /**
     * For each name on the right two indices on the left: before which of its names it goes, and with which these go on.
     */
    private final int[] places;

    private @Nullable MergedPositions last;

    private Merge(Shape left, Shape right, Shape result, int[] places) {
        this.left = left;
        this.right = right;
        this.result = result;
        this.places = places;
    }

    /**
     * Compares names once for each name of the result, or a logarithm of times for each on the right if there are few
     * of them.
     */
    static Merge of(Shape left, Shape right) {
        if (left.size() > Shape.SHARED || right.size() > Shape.SHARED) {
            return work(left, right);
        }
        int at = ((31 * left.hash() + right.hash()) >>> MIXED) % RECENT.length;
        Merge known = RECENT[at];
        if (known == null || !known.fits(left, right)) {
            known = work(left, right);
            RECENT[at] = known;
        }
        return known;
    }

    private static Merge work(Shape left, Shape right) {
        if (left == right) {
            return new Merge(left, right, right, new int[0]);
        }
        int[] places = new int[2 * right.size()];
        boolean search = left.size() / SEARCH_FACTOR > right.size();
        int shared = 0;
        int at = 0;
        for (int j = 0; j < right.size(); j++) {
            Symbol name = right.name(j);
            at = search ? searchFrom(left, at, name) : walkFrom(left, at, name);
            places[2 * j] = at;
            if (at < left.size() && left.name(at) == name) {
                shared++;
                at++;
            }
            places[2 * j + 1] = at;
        }
        return new Merge(left, right, result(left, right, places, shared), places);
    }

    private static Shape result(Shape left, Shape right, int[] places, int shared) {
        if (shared == right.size()) {
            return left.size() == shared ? right : left;
        }
        if (shared == left.size()) {
            return right;
        }
        Symbol[] names = new Symbol[left.size() + right.size() - shared];
        interleaveAny(places, left.names(), left.size(), right.names(), names);
        return Shape.ofSorted(names);
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

    /** True if this says how to merge sets of these shapes. */
    boolean fits(Shape a, Shape b) {
        return left == a && right == b;
    }

    AttrsValue apply(AttrsValue a, AttrsValue b) {
        if (result == right) {
            return b;
        }
        Value[] cells = new Value[result.size()];
        interleave(places, a.values(), b.values(), cells);
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
            int[] merged = new int[result.size()];
            interleaveAny(
                    places,
                    fromA == null ? new int[left.size()] : fromA,
                    left.size(),
                    fromB == null ? new int[right.size()] : fromB,
                    merged);
            known = new MergedPositions(fromA, fromB, merged);
            last = known;
        }
        return known.merged;
    }

    /** The cells of the result. Most runs are of a few cells, which are copied faster than a copy is called for. */
    private static void interleave(int[] places, Value[] fromLeft, Value[] fromRight, Value[] into) {
        int from = 0;
        int to = 0;
        for (int j = 0; j < fromRight.length; j++) {
            int end = places[2 * j];
            if (end - from > LONG_RUN) {
                System.arraycopy(fromLeft, from, into, to, end - from);
                to += end - from;
                from = end;
            }
            while (from < end) {
                into[to++] = fromLeft[from++];
            }
            into[to++] = fromRight[j];
            from = places[2 * j + 1];
        }
        System.arraycopy(fromLeft, from, into, to, fromLeft.length - from);
    }

    /**
     * Puts together what belongs to the names of either side.
     *
     * @param <A> a type of arrays
     */
    @SuppressWarnings("SuspiciousSystemArraycopy") // both sides are arrays of one type
    private static <A> void interleaveAny(int[] places, A fromLeft, int size, A fromRight, A into) {
        int from = 0;
        int to = 0;
        for (int j = 0; 2 * j < places.length; j++) {
            int length = places[2 * j] - from;
            System.arraycopy(fromLeft, from, into, to, length);
            System.arraycopy(fromRight, j, into, to + length, 1);
            to += length + 1;
            from = places[2 * j + 1];
        }
        System.arraycopy(fromLeft, from, into, to, size - from);
    }
}
