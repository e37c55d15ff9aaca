package dev.fairlead.nix.builtin;

import dev.fairlead.nix.value.IntValue;
import dev.fairlead.nix.value.StringValue;
import dev.fairlead.nix.value.Value;
import java.util.Arrays;
import java.util.Comparator;

/**
 * A merge sort that only asks "is this less than that", once per step, and that gives some order of the same items
 * whatever the answers are. The order of programs need not be consistent, which {@link Arrays#sort} punishes.
 */
final class StableSort {
    /** Whether the first of two items comes before the second. */
    interface Less {
        boolean test(Value a, Value b);
    }

    private static final int INSERTION = 6;

    private final Less less;

    private StableSort(Less less) {
        this.less = less;
    }

    /** Sorts in place with O(n log n) questions, or n − 1 if the items are in order. */
    static void sort(Value[] items, Less less) {
        new StableSort(less).sort(items, items.clone(), 0, items.length);
    }

    /** Sorts cells that all hold integers or all strings by their order; does nothing and is false for others. */
    static boolean sortAlike(Value[] cells) {
        return switch (cells[0].force()) {
            case IntValue first -> sortAlike(cells, IntValue.class, Comparator.comparingLong(IntValue::value));
            case StringValue first -> sortAlike(cells, StringValue.class, Comparator.comparing(StringValue::text));
            default -> false;
        };
    }

    private static <T extends Value> boolean sortAlike(Value[] cells, Class<T> type, Comparator<T> order) {
        for (Value cell : cells) {
            if (!type.isInstance(cell.force())) {
                return false;
            }
        }
        Arrays.sort(cells, Comparator.comparing(cell -> type.cast(cell.force()), order));
        return true;
    }

    /** Sorts a range of {@code items}; {@code spare} holds the same items there. */
    private void sort(Value[] items, Value[] spare, int from, int to) {
        if (to - from <= INSERTION) {
            insert(items, from, to);
            return;
        }
        int middle = (from + to) >>> 1;
        sort(spare, items, from, middle);
        sort(spare, items, middle, to);
        if (!less.test(spare[middle], spare[middle - 1])) {
            System.arraycopy(spare, from, items, from, to - from);
        } else {
            merge(spare, from, middle, to, items);
        }
    }

    private void merge(Value[] halves, int from, int middle, int to, Value[] merged) {
        int left = from;
        int right = middle;
        for (int at = from; at < to; at++) {
            boolean takeRight = left == middle || (right < to && less.test(halves[right], halves[left]));
            merged[at] = takeRight ? halves[right++] : halves[left++];
        }
    }

    private void insert(Value[] items, int from, int to) {
        for (int i = from + 1; i < to; i++) {
            Value item = items[i];
            int at = i;
            while (at > from && less.test(item, items[at - 1])) {
                items[at] = items[at - 1];
                at--;
            }
            items[at] = item;
        }
    }
}
