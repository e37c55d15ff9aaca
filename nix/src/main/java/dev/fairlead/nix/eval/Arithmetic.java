package dev.fairlead.nix.eval;

import dev.fairlead.nix.value.EvalException;
import dev.fairlead.nix.value.Expect;
import dev.fairlead.nix.value.FloatValue;
import dev.fairlead.nix.value.IntValue;
import dev.fairlead.nix.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Subtraction, multiplication and division, as functions of values and as nodes. Integers that overflow are an error;
 * a float on either side makes the result a float.
 */
public final class Arithmetic {
    private Arithmetic() {}

    /** {@code a - b}; forces {@code a}, then {@code b}. */
    public static Value subtract(Value a, Value b) {
        Value left = a.force();
        Value right = b.force();
        if (left instanceof FloatValue || right instanceof FloatValue) {
            return new FloatValue(Expect.number(left, "while evaluating the first argument of the subtraction")
                    - Expect.number(right, "while evaluating the second argument of the subtraction"));
        }
        long x = Expect.integer(left, "while evaluating the first argument of the subtraction");
        long y = Expect.integer(right, "while evaluating the second argument of the subtraction");
        long difference = x - y;
        if (((x ^ y) & (x ^ difference)) < 0) {
            throw overflow("subtracting", x, "-", y);
        }
        return IntValue.of(difference);
    }

    /** {@code a * b}; forces {@code a}, then {@code b}. */
    public static Value multiply(Value a, Value b) {
        Value left = a.force();
        Value right = b.force();
        if (left instanceof FloatValue || right instanceof FloatValue) {
            return new FloatValue(Expect.number(left, "while evaluating the first of the multiplication")
                    * Expect.number(right, "while evaluating the second argument of the multiplication"));
        }
        long x = Expect.integer(left, "while evaluating the first argument of the multiplication");
        long y = Expect.integer(right, "while evaluating the second argument of the multiplication");
        long product = x * y;
        if (Math.multiplyHigh(x, y) != product >> 63) {
            throw overflow("multiplying", x, "*", y);
        }
        return IntValue.of(product);
    }

    /** {@code a / b}, towards zero if both are integers; forces {@code a}, then {@code b}. */
    public static Value divide(Value a, Value b) {
        Value left = a.force();
        Value right = b.force();
        if (Expect.number(right, "while evaluating the second operand of the division") == 0) {
            throw new EvalException(EvalException.Kind.OTHER, "division by zero");
        }
        if (left instanceof FloatValue || right instanceof FloatValue) {
            return new FloatValue(Expect.number(left, "while evaluating the first operand of the division")
                    / Expect.number(right, "while evaluating the second operand of the division"));
        }
        long x = Expect.integer(left, "while evaluating the first operand of the division");
        long y = Expect.integer(right, "while evaluating the second operand of the division");
        if (x == Long.MIN_VALUE && y == -1) {
            throw overflow("dividing", x, "/", y);
        }
        return IntValue.of(x / y);
    }

    static EvalException overflow(String doing, long x, String operator, long y) {
        return new EvalException(
                EvalException.Kind.OTHER, "integer overflow in " + doing + " " + x + " " + operator + " " + y);
    }

    /** A node with two operands whose result is at hand if the operands are. */
    abstract static class Operation extends Node {
        final Node left;
        final Node right;

        Operation(Node left, Node right, int position) {
            super(position);
            this.left = left;
            this.right = right;
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
            Value a = left.eval(frame);
            Value b = right.eval(frame);
            if (a instanceof IntValue x && b instanceof IntValue y) {
                Value known = ofIntegers(x.value(), y.value());
                if (known != null) {
                    return known;
                }
            }
            try {
                return subtract(a, b);
            } catch (EvalException e) {
                throw e.at(position);
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
            Value a = left.eval(frame);
            Value b = right.eval(frame);
            if (a instanceof IntValue x && b instanceof IntValue y) {
                Value known = ofIntegers(x.value(), y.value());
                if (known != null) {
                    return known;
                }
            }
            try {
                return multiply(a, b);
            } catch (EvalException e) {
                throw e.at(position);
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
            Value a = left.eval(frame);
            Value b = right.eval(frame);
            try {
                return divide(a, b);
            } catch (EvalException e) {
                throw e.at(position);
            }
        }

        @Override
        @Nullable
        Value ofIntegers(long x, long y) {
            return y == 0 || (x == Long.MIN_VALUE && y == -1) ? null : IntValue.of(x / y);
        }
    }
}
