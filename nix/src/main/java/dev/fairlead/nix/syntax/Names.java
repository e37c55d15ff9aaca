package dev.fairlead.nix.syntax;

import org.jspecify.annotations.Nullable;

/**
 * The words of one source, each as one {@code String} and with its token: an open-addressing table that looks a word up by
 * its bytes and their hash, which the lexer knows when it has found where a word ends.
 */
final class Names {
    /** A word, and the keyword that it is, or {@link Token#IDENTIFIER}. */
    record Name(String word, Token token, int hash) {}

    private @Nullable Name[] table = new @Nullable Name[256];
    private int size;

    /** The hash of a word to which a byte is added; 0 is that of no bytes. */
    static int hash(int hash, byte b) {
        return hash * 31 + b;
    }

    /** The word {@code text[start, end)}. */
    Name get(String text, int hash, int start, int end) {
        int slot = slot(hash);
        for (Name name = table[slot]; name != null; name = table[slot]) {
            if (name.hash == hash && name.word.length() == end - start && text.startsWith(name.word, start)) {
                return name;
            }
            slot = (slot + 1) & (table.length - 1);
        }
        String word = text.substring(start, end);
        Name name = new Name(word, Token.ofWord(word), hash);
        table[slot] = name;
        if (++size * 2 > table.length) {
            grow();
        }
        return name;
    }

    private int slot(int hash) {
        return (hash ^ (hash >>> 15)) & (table.length - 1);
    }

    private void grow() {
        @Nullable Name[] old = table;
        table = new @Nullable Name[old.length * 2];
        for (Name name : old) {
            if (name != null) {
                int slot = slot(name.hash);
                while (table[slot] != null) {
                    slot = (slot + 1) & (table.length - 1);
                }
                table[slot] = name;
            }
        }
    }
}
