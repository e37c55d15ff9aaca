package dev.fairlead.cli.document;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One string for each text of a document, however often it is written: documents of fleets say the same names over and over,
 * and would otherwise be mostly copies of them. An open hash table that grows; finding a text that is known makes no object.
 */
final class Words {
    /** Longer texts are hardly ever repeated. */
    private static final int LONGEST = 96;

    private @Nullable Word[] table = new @Nullable Word[1 << 12];
    private int size;

    /** A text as a string, and as the parser has it, since arrays are compared many characters at once. */
    private static final class Word {
        private final int hash;
        private final char[] characters;
        private final String text;

        private Word(int hash, char[] characters) {
            this.hash = hash;
            this.characters = characters;
            this.text = new String(characters);
        }
    }

    /** The string of a part of an array. */
    String of(char[] characters, int offset, int length) {
        if (length > LONGEST) {
            return new String(characters, offset, length);
        }
        int end = offset + length;
        int hash = 0;
        for (int i = offset; i < end; i++) {
            hash = 31 * hash + characters[i];
        }
        int slot = slot(hash);
        for (Word found = table[slot]; found != null; found = table[slot]) {
            if (found.hash == hash
                    && Arrays.equals(found.characters, 0, found.characters.length, characters, offset, end)) {
                return found.text;
            }
            slot = (slot + 1) & (table.length - 1);
        }
        Word word = new Word(hash, Arrays.copyOfRange(characters, offset, end));
        table[slot] = word;
        if (++size > table.length / 2) {
            grow();
        }
        return word.text;
    }

    private int slot(int hash) {
        return (hash ^ (hash >>> 15)) & (table.length - 1);
    }

    private void grow() {
        @Nullable Word[] old = table;
        table = new @Nullable Word[old.length * 2];
        for (Word word : old) {
            if (word != null) {
                int slot = slot(word.hash);
                while (table[slot] != null) {
                    slot = (slot + 1) & (table.length - 1);
                }
                table[slot] = word;
            }
        }
    }
}
