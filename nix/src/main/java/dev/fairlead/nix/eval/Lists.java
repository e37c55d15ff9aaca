package dev.fairlead.nix.eval;

import dev.fairlead.nix.value.EvalException;
import dev.fairlead.nix.value.Expect;
import dev.fairlead.nix.value.ListValue;
import dev.fairlead.nix.value.Value;
import java.util.Arrays;

/** The nodes of {@code [ a b ]} and {@code a ++ b}. */
final class Lists {
    private Lists() {}

    /** {@code [ items ]}. */
    static final class Literal extends Node {
        private final Node[] items;
        private final int[] positions;

        Literal(Node[] items, int position) {
            super(position);
            this.items = items;
            this.positions = new int[items.length];
            Arrays.setAll(positions, i -> items[i].position);
        }

        @Override
        Value eval(Value[] frame) {
            Value[] cells = new Value[items.length];
            for (int i = 0; i < cells.length; i++) {
                cells[i] = items[i].cell(frame);
            }
            return new ListValue(cells, positions);
        }
    }

    /** {@code left ++ right}. */
    static final class Concat extends Node {
        /** Positions are kept in lists up to this size: people write short lists, programs make long ones. */
        private static final int MOST_POSITIONS = 64;

        private final Node left;
        private final Node right;

        Concat(Node left, Node right, int position) {
            super(position);
            this.left = left;
            this.right = right;
        }

        @Override
        Value eval(Value[] frame) {
            ListValue a = list(left, frame, "in the left operand of '++'");
            ListValue b = list(right, frame, "in the right operand of '++'");
            if (a.size() == 0) {
                return b;
            }
            if (b.size() == 0) {
                return a;
            }
            Value[] cells = Arrays.copyOf(a.items(), a.size() + b.size());
            System.arraycopy(b.items(), 0, cells, a.size(), b.size());
            return cells.length > MOST_POSITIONS ? new ListValue(cells) : new ListValue(cells, positions(a, b));
        }

        private ListValue list(Node node, Value[] frame, String during) {
            Value value;
            try {
                value = node.value(frame);
            } catch (EvalException e) {
                throw e.during(node.position, during);
            }
            if (value instanceof ListValue list) {
                return list;
            }
            throw Expect.wrong("a list", value)
                    .at(position)
                    .during(position, "while evaluating one of the elements to concatenate");
        }

        private static int[] positions(ListValue a, ListValue b) {
            int[] positions = new int[a.size() + b.size()];
            for (int i = 0; i < positions.length; i++) {
                positions[i] = i < a.size() ? a.position(i) : b.position(i - a.size());
            }
            return positions;
        }
    }
}
