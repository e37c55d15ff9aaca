package dev.fairlead.nix.builtin.regex;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The search for matches of a program in one text.
 *
 * <p>A depth-first walk in the order of libstdc++: a loop prefers another round and leaves only if that leads to no
 * match at all; of two alternatives both are walked, and the longer match wins. Whether a branch leads to a match
 * depends only on its state, the position and the {@link Laps}, not on the way there, so each is remembered in a
 * {@link Memo} and walked once: a match costs at most pattern times text, and so do all matches of a text together.
 * The walk keeps its own stack, so long texts are no danger.
 */
final class Search {
    // Frames on the stack: kind, then three numbers that depend on it.
    private static final int FRAME = 4;
    /** Restore a slot: slot, value. */
    private static final int RESTORE = 0;
    /** The first branch of a state is being walked: state, position, laps. */
    private static final int FIRST = 1;
    /** The second branch is being walked, the first failed: state, position, laps. */
    private static final int SECOND = 2;
    /** The second branch is being walked, the first led to a match: state, position, laps. */
    private static final int SECOND_AFTER_MATCH = 3;

    private final Program program;
    private final boolean[] firstBytes;
    private final String text;
    private final Memo memo;
    private final Laps laps;
    private final int[] slots;
    private final int[] best;
    private int[] stack;
    private int top;

    private int state;
    private int position;
    private int lap;
    private int start;
    private boolean whole;
    private boolean nonEmpty;

    /** @param stack room to walk in, of any size, whose content does not matter */
    Search(Program program, boolean[] firstBytes, int groups, String text, int[] stack) {
        this.stack = stack;
        this.program = program;
        this.firstBytes = firstBytes;
        this.text = text;
        // One position more than there are: see memoPosition.
        this.memo = new Memo(text.length() + 2);
        this.laps = new Laps(program.counted());
        this.slots = new int[2 * (groups + 1)];
        this.best = new int[slots.length];
        best[1] = -1;
    }

    /** The slots of the match of the whole text, or null. */
    int @Nullable [] matchWhole() {
        whole = true;
        return walk(0) ? best : null;
    }

    /**
     * The slots of the next match, or null: start and end of the match, then of each group (end is −1 where a group
     * did not take part). The array is overwritten by the next call.
     */
    int @Nullable [] next() {
        int from = Math.max(best[1], 0);
        if (best[1] >= 0 && best[0] == best[1]) {
            // After an empty match: a match here that is not empty, else go on behind the next byte.
            if (from == text.length()) {
                return null;
            }
            nonEmpty = true;
            memo.clear(text.length() + 1);
            boolean found = walk(from);
            nonEmpty = false;
            if (found) {
                return best;
            }
            from++;
        }
        for (; from < text.length(); from++) {
            if (firstBytes[text.charAt(from)] && walk(from)) {
                return best;
            }
        }
        return walk(from) ? best : null;
    }

    /** Walks from one position; true if there is a match, which is then in {@code best}. */
    private boolean walk(int from) {
        memo.advance(from);
        Arrays.fill(slots, -1);
        best[1] = -1;
        start = from;
        state = program.start();
        position = from;
        lap = Laps.NONE;
        while (true) {
            boolean found = descend();
            if (found && whole) {
                return true;
            }
            if (!ascend(found)) {
                return best[1] >= 0;
            }
        }
    }

    /** Follows the first branches down to a match or to where there is none. */
    private boolean descend() {
        while (true) {
            int here = state;
            switch (program.operation(here)) {
                case Program.ONE_OF -> {
                    if (position == text.length() || !program.set(here)[text.charAt(position)]) {
                        return false;
                    }
                    position++;
                    lap = Laps.NONE;
                    state = program.next(here);
                }
                case Program.SAVE -> {
                    int slot = program.argument(here);
                    push(RESTORE, slot, slots[slot], 0);
                    slots[slot] = position;
                    state = program.next(here);
                }
                case Program.LINE_START -> {
                    if (position > 0) {
                        return false;
                    }
                    state = program.next(here);
                }
                case Program.LINE_END -> {
                    if (position < text.length()) {
                        return false;
                    }
                    state = program.next(here);
                }
                case Program.ACCEPT -> {
                    return accept();
                }
                default -> {
                    int branch = branch(here, lap);
                    if (memo.isFailed(branch, memoPosition(position))) {
                        return false;
                    }
                    if (memo.isSolved(branch, memoPosition(position))) {
                        return true;
                    }
                    enter(here);
                }
            }
        }
    }

    private boolean accept() {
        if (whole ? position < text.length() : nonEmpty && position == start) {
            return false;
        }
        if (position > best[1]) {
            System.arraycopy(slots, 0, best, 0, slots.length);
            best[0] = start;
            best[1] = position;
        }
        return true;
    }

    private void enter(int branching) {
        int repeat = program.operation(branching) == Program.REPEAT ? program.argument(branching) : Program.UNCOUNTED;
        int entered = repeat == Program.UNCOUNTED ? lap : laps.enter(lap, repeat);
        if (entered == Laps.EXHAUSTED) {
            push(SECOND, branching, position, lap);
            state = program.next(branching);
        } else {
            push(FIRST, branching, position, lap);
            lap = entered;
            state = program.other(branching);
        }
    }

    /**
     * Takes frames off the stack until one has another branch.
     *
     * @param found whether the branch just walked led to a match
     * @return false if there is no more to walk
     */
    private boolean ascend(boolean found) {
        boolean match = found;
        while (top > 0) {
            top -= FRAME;
            int kind = stack[top];
            if (kind == RESTORE) {
                slots[stack[top + 1]] = stack[top + 2];
                continue;
            }
            int branching = stack[top + 1];
            position = stack[top + 2];
            lap = stack[top + 3];
            if (kind == FIRST && !(match && program.operation(branching) == Program.REPEAT)) {
                push(match ? SECOND_AFTER_MATCH : SECOND, branching, position, lap);
                state = program.next(branching);
                return true;
            }
            match |= kind == SECOND_AFTER_MATCH;
            if (match) {
                memo.setSolved(branch(branching, lap), memoPosition(position));
            } else {
                memo.setFailed(branch(branching, lap), memoPosition(position));
            }
        }
        return false;
    }

    private int branch(int branching, int vector) {
        return vector * program.size() + branching;
    }

    /** While empty matches are refused, what is found out about the start is not true in general: it is kept apart. */
    private int memoPosition(int at) {
        return nonEmpty && at == start ? text.length() + 1 : at;
    }

    /** The room that this walked in, for the next one. */
    int[] stack() {
        return stack;
    }

    private void push(int kind, int a, int b, int c) {
        if (top == stack.length) {
            stack = Arrays.copyOf(stack, Math.max(16 * FRAME, top * 2));
        }
        stack[top] = kind;
        stack[top + 1] = a;
        stack[top + 2] = b;
        stack[top + 3] = c;
        top += FRAME;
    }
}
