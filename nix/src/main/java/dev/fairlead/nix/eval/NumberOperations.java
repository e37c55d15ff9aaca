package dev.fairlead.nix.eval;

import dev.fairlead.nix.value.Arithmetic;
import dev.fairlead.nix.value.EvalException;
import dev.fairlead.nix.value.IntValue;
import dev.fairlead.nix.value.Value;
import org.jspecify.annotations.Nullable;

/** The nodes of {@code -}, {@code *} and {@code /}. What is not two integers is left to {@link Arithmetic}. */
final class NumberOperations {
    private NumberOperations() {}

    /** A node with two operands whose result is at hand if the operands are. */
    abstract static class Operation extends Node {
        final Node left;
        final Node right;

        Operation(Node left, Node right, int position) {
            super(position);
            this.left = left;
            this.right = right;
        }

        /** What a failure becomes: to compute is to call a builtin, and is told as such. */
        final EvalException failed(EvalException e, String builtin) {
            return e.at(position).duringOperator(position, "while calling the '" + builtin + "' builtin");
        }

        /** The result for integers, or null if it overflows or must fail. */
        abstract @Nullable Value ofIntegers(long x, long y);

        @Override
        final @Nullable Value peek(Value[] frame) {
            return left.peek(frame) instanceof IntValue x && right.peek(frame) instanceof IntValue y
                    ? ofIntegers(x.value(), y.value())
                    : null;
        }

        @Override
        final Value delay(Value[] frame) {
            Value known = peek(frame);
            return known != null ? known : new Thunk(this, frame);
        }
    }

    static final class Subtract extends Operation {
        Subtract(Node left, Node right, int position) {
            super(left, right, position);
        }

        @Override
        Value eval(Value[] frame) {
            try {
                Value a = left.value(frame);
                Value b = right.value(frame);
                if (a instanceof IntValue x && b instanceof IntValue y) {
                    Value known = ofIntegers(x.value(), y.value());
                    if (known != null) {
                        return known;
                    }
                }
                return Arithmetic.subtract(a, b);
            } catch (EvalException e) {
                throw failed(e, "sub");
            }
        }

        @Override
        @Nullable
        Value ofIntegers(long x, long y) {
            long difference = x - y;
            return ((x ^ y) & (x ^ difference)) < 0 ? null : IntValue.of(difference);
        }
    }

    static final class Multiply extends Operation {
        Multiply(Node left, Node right, int position) {
            super(left, right, position);
        }

        @Override
        Value eval(Value[] frame) {
            try {
                Value a = left.value(frame);
                Value b = right.value(frame);
                if (a instanceof IntValue x && b instanceof IntValue y) {
                    Value known = ofIntegers(x.value(), y.value());
                    if (known != null) {
                        return known;
                    }
                }
                return Arithmetic.multiply(a, b);
            } catch (EvalException e) {
                throw failed(e, "mul");
            }
        }

        @Override
        @Nullable
        Value ofIntegers(long x, long y) {
            long product = x * y;
            return Math.multiplyHigh(x, y) != product >> 63 ? null : IntValue.of(product);
        }
    }

    static final class Divide extends Operation {
        Divide(Node left, Node right, int position) {
            super(left, right, position);
        }

        @Override
        Value eval(Value[] frame) {
            try {
                Value a = left.value(frame);
                Value b = right.value(frame);
                return Arithmetic.divide(a, b);
            } catch (EvalException e) {
                throw failed(e, "div");
            }
        }

        @Override
        @Nullable
        Value ofIntegers(long x, long y) {
            return y == 0 || (x == Long.MIN_VALUE && y == -1) ? null : IntValue.of(x / y);
        }
    }
}
