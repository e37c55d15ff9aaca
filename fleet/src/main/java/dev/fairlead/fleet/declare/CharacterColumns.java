package dev.fairlead.fleet.declare;

import dev.fairlead.nix.syntax.Source;

/**
 * Counts the characters of a source. Its text is bytes, and a generated file may be one line of megabytes, so the count
 * at the start of each block is kept: a question costs a block, not a line, and nothing where each character is a byte.
 */
final class CharacterColumns {
    private static final int BLOCK = 512;

    private final String text;
    private final int[] before;
    private final boolean isPlain;

    CharacterColumns(Source source) {
        text = source.text();
        before = new int[text.length() / BLOCK + 1];
        for (int block = 1; block < before.length; block++) {
            before[block] = before[block - 1] + count((block - 1) * BLOCK, block * BLOCK);
        }
        isPlain = before(text.length()) == text.length();
    }

    /** How many characters the bytes of a range encode. */
    int between(int start, int end) {
        return isPlain ? end - start : before(end) - before(start);
    }

    private int before(int offset) {
        int block = offset / BLOCK;
        return before[block] + count(block * BLOCK, offset);
    }

    /** Every byte but those that continue a character. */
    private int count(int start, int end) {
        int count = 0;
        for (int i = start; i < end; i++) {
            if ((text.charAt(i) & 0xC0) != 0x80) {
                count++;
            }
        }
        return count;
    }
}
