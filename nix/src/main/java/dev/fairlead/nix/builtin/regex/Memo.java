package dev.fairlead.nix.builtin.regex;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What became of each branch at each position: one bit each for "no match there" and "a match there", in blocks of 64
 * positions that are made when first needed.
 */
final class Memo {
    private static final int MOST_WORDS = 1 << 25;

    private final long[] @Nullable [] blocks;
    private int firstBlock;
    private int words;

    /** @param positions how many positions there are */
    Memo(int positions) {
        blocks = new long[(positions + 63) >>> 6][];
    }

    boolean isFailed(int branch, int position) {
        return isSet(branch * 2, position);
    }

    boolean isSolved(int branch, int position) {
        return isSet(branch * 2 + 1, position);
    }

    void setFailed(int branch, int position) {
        set(branch * 2, position);
    }

    void setSolved(int branch, int position) {
        set(branch * 2 + 1, position);
    }

    /**
     * Forgets all before a position, and which branches were solved at or before it: a new search starts here. Failures
     * stay true, since nothing that comes before a position matters for what matches after it.
     */
    void advance(int position) {
        int block = position >>> 6;
        for (; firstBlock < block; firstBlock++) {
            long[] row = blocks[firstBlock];
            words -= row == null ? 0 : row.length;
            blocks[firstBlock] = null;
        }
        long[] row = blocks[block];
        if (row != null) {
            for (int i = 1; i < row.length; i += 2) {
                row[i] = 0;
            }
        }
    }

    /** Forgets all about one position. */
    void clear(int position) {
        long[] row = blocks[position >>> 6];
        if (row != null) {
            for (int i = 0; i < row.length; i++) {
                row[i] &= ~(1L << position);
            }
        }
    }

    private boolean isSet(int column, int position) {
        long[] row = blocks[position >>> 6];
        return row != null && column < row.length && (row[column] >>> position & 1) != 0;
    }

    private void set(int column, int position) {
        int block = position >>> 6;
        long[] row = blocks[block];
        if (row == null || column >= row.length) {
            int before = row == null ? 0 : row.length;
            int after = Math.max((column | 1) + 1, before * 2);
            words += after - before;
            if (words > MOST_WORDS) {
                throw InvalidRegexException.tooLarge("the search needs more than 256 MiB");
            }
            row = row == null ? new long[after] : Arrays.copyOf(row, after);
            blocks[block] = row;
        }
        row[column] |= 1L << position;
    }
}
