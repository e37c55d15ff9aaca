package dev.fairlead.nix.value;

import org.jspecify.annotations.Nullable;

/**
 * Finds where two values differ, so that a failed {@code assert a == b} can say more than that. Follows the same order
 * as {@link Equality}, so it meets the same difference first and forces nothing that was not compared already.
 */
public final class Difference {
    private static final Symbol OUT_PATH = Symbol.of("outPath");

    private final int position;

    private Difference(int position) {
        this.position = position;
    }

    /**
     * The failed assertion that says how the values of {@code a == b} differ, or null if they do not.
     *
     * @param position where they are compared
     */
    public static @Nullable EvalException between(Value a, Value b, int position) {
        return new Difference(position).ofForced(a.force(), b.force());
    }

    @SuppressWarnings("ReferenceEquality") // as in Equality
    private @Nullable EvalException ofCells(Value a, Value b) {
        Value left = a.force();
        Value right = b.force();
        return a == b ? null : ofForced(left, right);
    }

    private @Nullable EvalException ofForced(Value a, Value b) {
        if (isNumber(a) && isNumber(b)) {
            return Equality.equal(a, b)
                    ? null
                    : failed(described(a, "with") + " is not equal to " + described(b, "with"));
        }
        if (a.type() != b.type()) {
            return failed(described(a, "of") + " is not equal to " + described(b, "of"));
        }
        return switch (a) {
            case ListValue x when b instanceof ListValue y -> ofLists(x, y);
            case AttrsValue x when b instanceof AttrsValue y -> ofAttrs(x, y);
            case FunctionValue _ ->
                failed("distinct functions and immediate comparisons of identical functions compare as unequal");
            default -> Equality.equal(a, b) ? null : ofPlain(a, b);
        };
    }

    private static EvalException ofPlain(Value a, Value b) {
        String type = switch (a.type()) {
            case BOOL -> "boolean";
            case STRING -> "string";
            default -> "path";
        };
        return failed(type + " " + quoted(a) + " is not equal to " + type + " " + quoted(b));
    }

    private @Nullable EvalException ofLists(ListValue a, ListValue b) {
        if (a.size() != b.size()) {
            return failed("list of size '" + a.size() + "' is not equal to list of size '" + b.size()
                    + "', left hand side is " + quoted(a) + ", right hand side is " + quoted(b));
        }
        for (int i = 0; i < a.size(); i++) {
            EvalException difference = ofCells(a.get(i), b.get(i));
            if (difference != null) {
                return difference.during(position, "while comparing list element " + i);
            }
        }
        return null;
    }

    private @Nullable EvalException ofAttrs(AttrsValue a, AttrsValue b) {
        if (Equality.isDerivation(a) && Equality.isDerivation(b)) {
            Value left = a.get(OUT_PATH);
            Value right = b.get(OUT_PATH);
            if (left != null && right != null) {
                EvalException difference = ofCells(left, right);
                return difference == null
                        ? null
                        : difference.during(position, "while comparing a derivation by its 'outPath' attribute");
            }
        }
        if (a.size() != b.size()) {
            return failed("attribute names of attribute set " + quoted(a) + " differs from attribute set " + quoted(b));
        }
        for (int i = 0; i < a.size(); i++) {
            if (a.name(i) != b.name(i)) {
                return ofNames(a, b, a.name(i), b.name(i));
            }
            EvalException difference = ofCells(a.value(i), b.value(i));
            if (difference != null) {
                return difference
                        .during(b.position(i), "where right hand side is")
                        .during(a.position(i), "where left hand side is")
                        .during(position, "while comparing attribute '" + a.name(i) + "'");
            }
        }
        return null;
    }

    /** Of two names at the same index of two sets, one is not in the other set. */
    private static EvalException ofNames(AttrsValue a, AttrsValue b, Symbol left, Symbol right) {
        return b.get(left) == null
                ? failed("attribute name '" + left + "' is contained in " + quoted(a) + ", but not in " + quoted(b))
                : failed("attribute name '" + right + "' is missing in " + quoted(a) + ", but is contained in "
                        + quoted(b));
    }

    private static boolean isNumber(Value value) {
        return value instanceof IntValue || value instanceof FloatValue;
    }

    private static String described(Value value, String preposition) {
        return Describe.value(value) + " " + preposition + " value " + quoted(value);
    }

    private static String quoted(Value value) {
        return "'" + Excerpt.of(value) + "'";
    }

    private static EvalException failed(String message) {
        return new EvalException(EvalException.Kind.ASSERTION, message);
    }
}
