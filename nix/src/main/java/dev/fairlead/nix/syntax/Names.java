package dev.fairlead.nix.syntax;

import org.jspecify.annotations.Nullable;

/** The words of one source, each as one {@code String}: an open-addressing table that looks a word up by its bytes. */
final class Names {
    private @Nullable String[] table = new @Nullable String[256];
    private int size;

    /** The word {@code text[start, end)}. */
    String get(String text, byte[] bytes, int start, int end) {
        int hash = 0;
        for (int i = start; i < end; i++) {
            hash = hash * 31 + bytes[i];
        }
        int slot = slot(hash);
        for (String word = table[slot]; word != null; word = table[slot]) {
            if (word.length() == end - start && text.startsWith(word, start)) {
                return word;
            }
            slot = (slot + 1) & (table.length - 1);
        }
        String word = text.substring(start, end);
        table[slot] = word;
        if (++size * 2 > table.length) {
            grow();
        }
        return word;
    }

    private int slot(int hash) {
        return (hash ^ (hash >>> 15)) & (table.length - 1);
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
