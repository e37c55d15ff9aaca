package dev.fairlead.nix.value;

/**
 * Addition, subtraction, multiplication and division of numbers. Two integers give an integer, or an error if it does
 * not fit 64 bits; with a float on either side the result is a float.
 */
public final class Arithmetic {
    private Arithmetic() {}

    /** The numbers' sum; does not concatenate strings. */
    public static Value add(Value a, Value b) {
        Value left = a.force();
        Value right = b.force();
        if (left instanceof IntValue x && right instanceof IntValue y) {
            long sum = x.value() + y.value();
            if (((x.value() ^ sum) & (y.value() ^ sum)) < 0) {
                throw overflow("adding", x, '+', y);
            }
            return IntValue.of(sum);
        }
        requireNumbers(left, right, "the first argument of the addition", "the second argument of the addition");
        return new FloatValue(asDouble(left) + asDouble(right));
    }

    public static Value subtract(Value a, Value b) {
        Value left = a.force();
        Value right = b.force();
        if (left instanceof IntValue x && right instanceof IntValue y) {
            long difference = x.value() - y.value();
            if (((x.value() ^ y.value()) & (x.value() ^ difference)) < 0) {
                throw overflow("subtracting", x, '-', y);
            }
            return IntValue.of(difference);
        }
        requireNumbers(left, right, "the first argument of the subtraction", "the second argument of the subtraction");
        return new FloatValue(asDouble(left) - asDouble(right));
    }

    public static Value multiply(Value a, Value b) {
        Value left = a.force();
        Value right = b.force();
        if (left instanceof IntValue x && right instanceof IntValue y) {
            long high = Math.multiplyHigh(x.value(), y.value());
            long low = x.value() * y.value();
            if (high != low >> 63) {
                throw overflow("multiplying", x, '*', y);
            }
            return IntValue.of(low);
        }
        requireNumbers(
                left, right, "the first argument of the multiplication", "the second argument of the multiplication");
        return new FloatValue(asDouble(left) * asDouble(right));
    }

    /** The quotient; of integers it is truncated toward zero. */
    public static Value divide(Value a, Value b) {
        Value left = a.force();
        Value right = b.force();
        double divisor = Expect.number(right, "while evaluating the second operand of the division");
        if (divisor == 0) {
            throw new EvalException(EvalException.Kind.OTHER, "division by zero");
        }
        if (left instanceof IntValue x && right instanceof IntValue y) {
            if (x.value() == Long.MIN_VALUE && y.value() == -1) {
                throw overflow("dividing", x, '/', y);
            }
            return IntValue.of(x.value() / y.value());
        }
        requireNumbers(left, right, "the first operand of the division", "the second operand of the division");
        return new FloatValue(asDouble(left) / divisor);
    }

    /** An operand that is no number is told that it should be the type of the other. */
    private static void requireNumbers(Value left, Value right, String first, String second) {
        if (left instanceof FloatValue || right instanceof FloatValue) {
            Expect.number(left, "while evaluating " + first);
            Expect.number(right, "while evaluating " + second);
        } else {
            Expect.integer(left, "while evaluating " + first);
            Expect.integer(right, "while evaluating " + second);
        }
    }

    private static double asDouble(Value number) {
        return number instanceof IntValue integer ? integer.value() : ((FloatValue) number).value();
    }

    private static EvalException overflow(String doing, IntValue a, char operator, IntValue b) {
        return new EvalException(
                EvalException.Kind.OTHER,
                "integer overflow in " + doing + " " + a.value() + " " + operator + " " + b.value());
    }
}
