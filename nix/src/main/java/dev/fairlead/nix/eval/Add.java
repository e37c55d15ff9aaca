package dev.fairlead.nix.eval;

import dev.fairlead.nix.value.Coercion;
import dev.fairlead.nix.value.Describe;
import dev.fairlead.nix.value.EvalException;
import dev.fairlead.nix.value.FloatValue;
import dev.fairlead.nix.value.IntValue;
import dev.fairlead.nix.value.PathValue;
import dev.fairlead.nix.value.StringContext;
import dev.fairlead.nix.value.StringValue;
import dev.fairlead.nix.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * {@code left + right}: a sum, or a concatenation of strings or onto a path; the left operand decides which. Numbers are
 * computed without a method in between: long chains of sums that wait for each other are limited by the stack.
 */
final class Add extends NumberOperations.Operation {
    Add(Node left, Node right, int position) {
        super(left, right, position);
    }

    @Override
    Value eval(Value[] frame) {
        Value a;
        try {
            a = left.value(frame);
        } catch (EvalException e) {
            throw e.duringOperator(left.position, Interpolation.OPERAND);
        }
        if (!(a instanceof IntValue x)) {
            return a instanceof FloatValue y
                    ? addTo(y.value(), Interpolation.operand(right, frame))
                    : concatenate(a, frame);
        }
        Value b;
        try {
            b = right.value(frame);
        } catch (EvalException e) {
            throw e.duringOperator(right.position, Interpolation.OPERAND);
        }
        if (b instanceof IntValue y) {
            Value sum = ofIntegers(x.value(), y.value());
            if (sum != null) {
                return sum;
            }
            throw overflow(x.value(), y.value());
        }
        if (b instanceof FloatValue y) {
            return new FloatValue(x.value() + y.value());
        }
        throw notANumber(b, "an integer");
    }

    @Override
    @Nullable
    Value ofIntegers(long x, long y) {
        long sum = x + y;
        return ((x ^ sum) & (y ^ sum)) < 0 ? null : IntValue.of(sum);
    }

    private EvalException overflow(long x, long y) {
        return new EvalException(
                EvalException.Kind.OTHER, "integer overflow in adding " + x + " + " + y, right.position);
    }

    private Value addTo(double x, Value b) {
        if (b instanceof FloatValue y) {
            return new FloatValue(x + y.value());
        }
        if (b instanceof IntValue y) {
            return new FloatValue(x + y.value());
        }
        throw notANumber(b, "a float");
    }

    private EvalException notANumber(Value found, String left) {
        return new EvalException(
                EvalException.Kind.TYPE, "cannot add " + Describe.value(found) + " to " + left, right.position);
    }

    private Value concatenate(Value a, Value[] frame) {
        Coercion.Mode mode = a instanceof StringValue ? Coercion.Mode.INTERPOLATION : Coercion.Mode.PLAIN;
        StringValue first = text(left, a, mode);
        StringValue second = text(right, Interpolation.operand(right, frame), mode);
        StringContext context = StringContext.union(first.context(), second.context());
        String joined = first.text() + second.text();
        if (!(a instanceof PathValue)) {
            return new StringValue(joined, context);
        }
        if (context != null) {
            throw new EvalException(
                    EvalException.Kind.OTHER,
                    "a string that refers to a store path cannot be appended to a path",
                    position);
        }
        return new PathValue(Paths.canonical(joined));
    }

    private static StringValue text(Node node, Value value, Coercion.Mode mode) {
        return value instanceof StringValue text
                ? text
                : Coercion.toText(value, mode, node.position, Interpolation.SEGMENT);
    }
}
