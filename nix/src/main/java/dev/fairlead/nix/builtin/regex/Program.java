package dev.fairlead.nix.builtin.regex;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A pattern as a graph of states, in parallel arrays: what a state does, where it goes next, and where else it may go
 * before that.
 */
final class Program {
    /** Marks the {@code max} of a {@link Node.Repeat} that is a {@code +}. */
    static final int SAME_BODY = -2;

    /** As in libstdc++, so that the same patterns are refused. */
    private static final int MOST_STATES = 100_000;

    /** Consumes one byte of a set. */
    static final byte ONE_OF = 0;
    /** Tries {@code other}; tries {@code next} only if no match was found there. */
    static final byte REPEAT = 1;
    /** Tries {@code other} and {@code next}; takes the longer match, the first of equally long ones. */
    static final byte EITHER = 2;
    /** Stores the position in the slot {@code argument}. */
    static final byte SAVE = 3;

    static final byte LINE_START = 4;
    static final byte LINE_END = 5;
    static final byte ACCEPT = 6;

    /** The {@code argument} of a repeat that cannot come back to itself without consuming. */
    static final int UNCOUNTED = -1;

    private byte[] operations = new byte[16];
    private int[] next = new int[16];
    private int[] other = new int[16];
    private int[] arguments = new int[16];
    private int size;
    private boolean[][] sets = new boolean[16][];
    private int counted;
    private final int start;

    Program(Node tree) {
        start = compile(tree, state(ACCEPT, 0, 0), false);
        operations = Arrays.copyOf(operations, size);
        next = Arrays.copyOf(next, size);
        other = Arrays.copyOf(other, size);
        arguments = Arrays.copyOf(arguments, size);
    }

    int start() {
        return start;
    }

    int size() {
        return size;
    }

    byte operation(int state) {
        return operations[state];
    }

    int next(int state) {
        return next[state];
    }

    int other(int state) {
        return other[state];
    }

    int argument(int state) {
        return arguments[state];
    }

    /** The bytes that a {@link #ONE_OF} consumes. */
    boolean[] set(int state) {
        return sets[state];
    }

    /** How many repeats are counted (see {@link Laps}). */
    int counted() {
        return counted;
    }

    /** The bytes a match may start with, or all of them if it may be empty. */
    boolean[] firstBytes() {
        boolean[] first = new boolean[256];
        boolean[] seen = new boolean[size];
        int[] pending = new int[size];
        int count = 0;
        pending[count++] = start;
        seen[start] = true;
        while (count > 0) {
            int state = pending[--count];
            switch (operations[state]) {
                case ONE_OF -> {
                    boolean[] set = set(state);
                    for (int b = 0; b < first.length; b++) {
                        first[b] |= set[b];
                    }
                }
                case ACCEPT -> Arrays.fill(first, true);
                default -> {
                    boolean branches = operations[state] == REPEAT || operations[state] == EITHER;
                    for (int to : branches ? new int[] {other[state], next[state]} : new int[] {next[state]}) {
                        if (!seen[to]) {
                            seen[to] = true;
                            pending[count++] = to;
                        }
                    }
                }
            }
        }
        return first;
    }

    /** Adds the states of a tree that continue with {@code then}; returns the first. */
    private int compile(Node node, int then, boolean inEmptyLoop) {
        return switch (node) {
            case Node.OneOf(ByteSet set) -> {
                int state = state(ONE_OF, then, 0);
                sets[state] = set.members();
                yield state;
            }
            case Node.LineStart() -> state(LINE_START, then, 0);
            case Node.LineEnd() -> state(LINE_END, then, 0);
            case Node.Group(int number, Node body, boolean nullable) -> {
                int close = state(SAVE, then, 2 * number + 1);
                yield state(SAVE, compile(body, close, inEmptyLoop), 2 * number);
            }
            case Node.Sequence(List<Node> items, boolean nullable) -> {
                int first = then;
                for (Node item : items.reversed()) {
                    first = compile(item, first, inEmptyLoop);
                }
                yield first;
            }
            case Node.Either either -> either(either, then, inEmptyLoop);
            case Node.Repeat repeat -> repeat(repeat, then, inEmptyLoop);
        };
    }

    /** A chain of alternatives, which the parser nests to the left, without recursion on its length. */
    private int either(Node.Either chain, int then, boolean inEmptyLoop) {
        List<Node> branches = new ArrayList<>();
        Node rest = chain;
        while (rest instanceof Node.Either(Node left, Node right, boolean nullable)) {
            branches.add(right);
            rest = left;
        }
        int first = compile(branches.getFirst(), then, inEmptyLoop);
        for (Node branch : branches.subList(1, branches.size())) {
            first = branch(EITHER, compile(branch, then, inEmptyLoop), first, UNCOUNTED);
        }
        return branch(EITHER, compile(rest, then, inEmptyLoop), first, UNCOUNTED);
    }

    private int repeat(Node.Repeat repeat, int then, boolean inEmptyLoop) {
        Node body = repeat.body();
        if (repeat.max() == SAME_BODY) {
            int loop = loop(body, then);
            return other[loop];
        }
        int first;
        if (repeat.max() < 0) {
            first = loop(body, then);
        } else {
            first = then;
            for (int i = repeat.min(); i < repeat.max(); i++) {
                int lap = inEmptyLoop && body.nullable() ? counted++ : UNCOUNTED;
                first = branch(REPEAT, compile(body, first, inEmptyLoop), then, lap);
            }
        }
        for (int i = 0; i < repeat.min(); i++) {
            first = compile(body, first, inEmptyLoop);
        }
        return first;
    }

    private int loop(Node body, int then) {
        boolean canBeEmpty = body.nullable();
        int loop = branch(REPEAT, 0, then, canBeEmpty ? counted++ : UNCOUNTED);
        // Not in one statement: compiling may replace the array.
        int first = compile(body, loop, canBeEmpty);
        other[loop] = first;
        return loop;
    }

    private int branch(byte operation, int tried, int then, int argument) {
        int state = state(operation, then, argument);
        other[state] = tried;
        return state;
    }

    private int state(byte operation, int then, int argument) {
        if (size > MOST_STATES) {
            throw InvalidRegexException.tooLarge("the pattern has more than " + MOST_STATES + " states");
        }
        if (size == operations.length) {
            operations = Arrays.copyOf(operations, size * 2);
            next = Arrays.copyOf(next, size * 2);
            other = Arrays.copyOf(other, size * 2);
            arguments = Arrays.copyOf(arguments, size * 2);
            sets = Arrays.copyOf(sets, size * 2);
        }
        operations[size] = operation;
        next[size] = then;
        arguments[size] = argument;
        return size++;
    }
}
