package dev.fairlead.nix.builtin.regex;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A compiled pattern; safe for use by several threads. */
public final class Regex {
    private static final int LARGEST_SPARE = 1 << 16;

    private final Program program;
    private final boolean[] firstBytes;
    private final int groups;

    /** What the last search walked in: a pattern is often matched with many short texts. */
    private final AtomicReference<int @Nullable []> spareStack = new AtomicReference<>();

    private Regex(Program program, int groups) {
        this.program = program;
        this.firstBytes = program.firstBytes();
        this.groups = groups;
    }

    /**
     * The expression that a pattern (a byte string) denotes.
     *
     * @throws InvalidRegexException if it denotes none, or one that is too large
     */
    public static Regex compile(String pattern) {
        PatternParser parser = new PatternParser(pattern);
        Node tree = parser.parse();
        return new Regex(new Program(tree), parser.groups());
    }

    /** How many groups the pattern has. */
    public int groups() {
        return groups;
    }

    /**
     * Matches a whole text (a byte string), in time proportional to pattern times text at most.
     *
     * @return the match, or null if there is none
     * @throws InvalidRegexException if it takes too much memory
     */
    public @Nullable Match match(String text) {
        Search search = search(text);
        int[] slots = search.matchWhole();
        keep(search);
        return slots == null ? null : new Match(text, slots);
    }

    private Search search(String text) {
        int[] stack = spareStack.getAndSet(null);
        return new Search(program, firstBytes, groups, text, stack == null ? new int[0] : stack);
    }

    private void keep(Search search) {
        if (search.stack().length <= LARGEST_SPARE) {
            spareStack.set(search.stack());
        }
    }

    /**
     * Finds all matches in a text (a byte string), from left to right and without overlap, in time proportional to
     * pattern times text at most.
     *
     * @param use is given each match; a match is valid only during the call
     * @throws InvalidRegexException if it takes too much memory
     */
    public void findAll(String text, Consumer<Match> use) {
        Search search = search(text);
        for (int[] slots = search.next(); slots != null; slots = search.next()) {
            use.accept(new Match(text, slots));
        }
        keep(search);
    }

    /** Where a pattern and its groups matched. */
    public static final class Match {
        private final String text;
        private final int[] slots;

        Match(String text, int[] slots) {
            this.text = text;
            this.slots = slots;
        }

        /** The offset of the first byte. */
        public int start() {
            return slots[0];
        }

        /** The offset after the last byte. */
        public int end() {
            return slots[1];
        }

        /** What a group matched, or null if it took no part in the match; groups count from 1. */
        public @Nullable String group(int number) {
            int end = slots[2 * number + 1];
            return end < 0 ? null : text.substring(slots[2 * number], end);
        }
    }
}
