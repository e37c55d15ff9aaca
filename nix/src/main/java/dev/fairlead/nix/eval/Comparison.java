package dev.fairlead.nix.eval;

import dev.fairlead.nix.value.BoolValue;
import dev.fairlead.nix.value.Difference;
import dev.fairlead.nix.value.Equality;
import dev.fairlead.nix.value.EvalException;
import dev.fairlead.nix.value.IntValue;
import dev.fairlead.nix.value.Ordering;
import dev.fairlead.nix.value.StringValue;
import dev.fairlead.nix.value.Value;
import org.jspecify.annotations.Nullable;

/** The nodes of {@code ==} and {@code <}, and of what is defined as their negation. */
final class Comparison {
    private Comparison() {}

    /** {@code left < right}, or not {@code left < right}. */
    static final class Less extends NumberOperations.Operation {
        private final boolean negated;

        Less(Node left, Node right, boolean negated, int position) {
            super(left, right, position);
            this.negated = negated;
        }

        @Override
        Value eval(Value[] frame) {
            try {
                Value a = left.value(frame);
                Value b = right.value(frame);
                if (a instanceof IntValue x && b instanceof IntValue y) {
                    return BoolValue.of(x.value() < y.value() != negated);
                }
                return BoolValue.of(Ordering.less(a, b) != negated);
            } catch (EvalException e) {
                EvalException told = failed(e, "lessThan");
                throw negated ? told.duringOperator(position, "in the argument of '!'") : told;
            }
        }

        @Override
        Value ofIntegers(long x, long y) {
            return BoolValue.of(x < y != negated);
        }
    }

    /** {@code left == right}, or {@code left != right}. */
    static final class Equal extends Node {
        private final Node left;
        private final Node right;
        private final boolean negated;

        Equal(Node left, Node right, boolean negated, int position) {
            super(position);
            this.left = left;
            this.right = right;
            this.negated = negated;
        }

        @Override
        Value eval(Value[] frame) {
            Value a = operand(left, frame, "left");
            Value b = operand(right, frame, "right");
            if (a instanceof IntValue x && b instanceof IntValue y) {
                return BoolValue.of(x.value() == y.value() != negated);
            }
            if (a instanceof StringValue x && b instanceof StringValue y) {
                return BoolValue.of(x.text().equals(y.text()) != negated);
            }
            try {
                return BoolValue.of(Equality.equal(a, b) != negated);
            } catch (EvalException e) {
                throw e.at(position)
                        .during(position, "while testing two values for " + (negated ? "inequality" : "equality"));
            }
        }

        /** How the operands differ, as a failed assertion, or null if they do not or must not be equal. */
        @Nullable
        EvalException difference(Value[] frame) {
            return negated ? null : Difference.between(left.value(frame), right.value(frame), position);
        }

        private Value operand(Node node, Value[] frame, String side) {
            try {
                return node.value(frame);
            } catch (EvalException e) {
                throw e.during(node.position, "in the " + side + " operand of '" + (negated ? "!=" : "==") + "'");
            }
        }

        @Override
        @Nullable
        Value peek(Value[] frame) {
            return left.peek(frame) instanceof IntValue x && right.peek(frame) instanceof IntValue y
                    ? BoolValue.of(x.value() == y.value() != negated)
                    : null;
        }

        @Override
        Value delay(Value[] frame) {
            Value known = peek(frame);
            return known != null ? known : new Thunk(this, frame);
        }
    }
}
