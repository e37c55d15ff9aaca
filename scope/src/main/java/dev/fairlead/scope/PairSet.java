package dev.fairlead.scope;

import java.util.Arrays;

/**
 * A growing set of non-negative longs: open addressing with linear probing, at most half full. Searches ask it once for every edge they look at, where a
 * set of boxed numbers takes most of their time.
 */
final class PairSet {
    private static final long FREE = -1;
    /** 2⁶⁴ divided by the golden ratio: spreads neighbouring numbers (Knuth, The Art of Computer Programming 3, 6.4). */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private long[] slots = free(16);
    private int size;

    /** Adds a number; false if it was there. */
    boolean add(long number) {
        int slot = slot(number);
        if (slots[slot] == number) {
            return false;
        }
        slots[slot] = number;
        size++;
        if (size * 2 > slots.length) {
            grow();
        }
        return true;
    }

    boolean contains(long number) {
        return slots[slot(number)] == number;
    }

    /** Where a number is, or would be put. */
    private int slot(long number) {
        int slot = (int) ((number * SPREAD) >>> (Long.numberOfLeadingZeros(slots.length) + 1));
        while (slots[slot] != FREE && slots[slot] != number) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    private void grow() {
        long[] old = slots;
        slots = free(old.length * 2);
        for (long number : old) {
            if (number != FREE) {
                slots[slot(number)] = number;
            }
        }
    }

    private static long[] free(int length) {
        long[] slots = new long[length];
        Arrays.fill(slots, FREE);
        return slots;
    }
}
