package dev.fairlead.cli.document;

import org.jspecify.annotations.Nullable;

/**
 * One string for each text of a document, however often it is written: documents of fleets say the same names over and over,
 * and would otherwise be mostly copies of them. An open hash table that grows; finding a text that is known makes no object.
 */
final class Words {
    /** Longer texts are hardly ever repeated. */
    private static final int LONGEST = 96;

    private @Nullable String[] table = new @Nullable String[1 << 12];
    private int size;

    /** The string of a part of an array. */
    String of(char[] characters, int offset, int length) {
        if (length > LONGEST) {
            return new String(characters, offset, length);
        }
        int hash = 0;
        for (int i = 0; i < length; i++) {
            hash = 31 * hash + characters[offset + i];
        }
        int slot = slot(hash);
        for (String found = table[slot]; found != null; found = table[slot]) {
            if (found.hashCode() == hash && equal(found, characters, offset, length)) {
                return found;
            }
            slot = (slot + 1) & (table.length - 1);
        }
        String word = new String(characters, offset, length);
        table[slot] = word;
        if (++size > table.length / 2) {
            grow();
        }
        return word;
    }

    private int slot(int hash) {
        return (hash ^ (hash >>> 15)) & (table.length - 1);
    }

    private static boolean equal(String word, char[] characters, int offset, int length) {
        if (word.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (word.charAt(i) != characters[offset + i]) {
                return false;
            }
        }
        return true;
    }

    private void grow() {
        @Nullable String[] old = table;
        table = new @Nullable String[old.length * 2];
        for (String word : old) {
            if (word != null) {
                int slot = slot(word.hashCode());
                while (table[slot] != null) {
                    slot = (slot + 1) & (table.length - 1);
                }
                table[slot] = word;
            }
        }
    }
}
