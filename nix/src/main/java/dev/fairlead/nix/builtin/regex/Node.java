package dev.fairlead.nix.builtin.regex;

import java.util.List;

/** The tree of a pattern. */
sealed interface Node {
    /** True if the empty string may match somewhere. */
    boolean nullable();

    /** One byte of a set. */
    record OneOf(ByteSet set) implements Node {
        @Override
        public boolean nullable() {
            return false;
        }
    }

    /** {@code ^}: matches before the first byte of the input. */
    record LineStart() implements Node {
        @Override
        public boolean nullable() {
            return true;
        }
    }

    /** {@code $}: matches after the last byte of the input. */
    record LineEnd() implements Node {
        @Override
        public boolean nullable() {
            return true;
        }
    }

    /** {@code (body)}; groups are numbered from 1 by their opening parentheses. */
    record Group(int number, Node body, boolean nullable) implements Node {}

    /** One after the other; the empty sequence matches the empty string. */
    record Sequence(List<Node> items, boolean nullable) implements Node {
        static Sequence of(List<Node> items) {
            return new Sequence(List.copyOf(items), items.stream().allMatch(Node::nullable));
        }
    }

    /** {@code a|b}. */
    record Either(Node left, Node right, boolean nullable) implements Node {
        static Either of(Node left, Node right) {
            return new Either(left, right, left.nullable() || right.nullable());
        }
    }

    /** {@code body*}, {@code body?}, {@code body+} or {@code body{min,max}}; {@code max} is −1 if there is none. */
    record Repeat(Node body, int min, int max, boolean nullable) implements Node {
        static Repeat of(Node body, int min, int max) {
            return new Repeat(body, min, max, min == 0 || body.nullable());
        }
    }
}
