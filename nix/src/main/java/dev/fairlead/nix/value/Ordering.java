package dev.fairlead.nix.value;

/**
 * The {@code <} of the language: numbers by value, strings and paths by bytes, lists lexicographically. Nothing else
 * has an order. It is not total on floats: neither {@code a < b} nor {@code b < a} if one is not a number.
 */
public final class Ordering {
    private Ordering() {}

    /**
     * {@code a < b}; forces both, and the items of lists as far as the answer needs.
     *
     * @throws EvalException if the values have no order
     */
    public static boolean less(Value a, Value b) {
        return lessForced(a.force(), b.force());
    }

    private static boolean lessForced(Value a, Value b) {
        return switch (a) {
            case IntValue x when b instanceof IntValue y -> x.value() < y.value();
            case IntValue x when b instanceof FloatValue y -> x.value() < y.value();
            case FloatValue x when b instanceof FloatValue y -> x.value() < y.value();
            case FloatValue x when b instanceof IntValue y -> x.value() < y.value();
            case StringValue x when b instanceof StringValue y -> x.text().compareTo(y.text()) < 0;
            case PathValue x when b instanceof PathValue y -> x.path().compareTo(y.path()) < 0;
            case ListValue x when b instanceof ListValue y -> lessLists(x, y);
            default -> throw incomparable(a, b);
        };
    }

    private static boolean lessLists(ListValue a, ListValue b) {
        for (int i = 0; ; i++) {
            if (i == b.size()) {
                return false;
            }
            if (i == a.size()) {
                return true;
            }
            if (!Equality.equalCells(a.get(i), b.get(i))) {
                try {
                    return less(a.get(i), b.get(i));
                } catch (EvalException e) {
                    throw e.during(0, "while comparing two list elements");
                }
            }
        }
    }

    private static EvalException incomparable(Value a, Value b) {
        boolean alike = a.type() == b.type();
        return EvalException.type("cannot compare " + Describe.value(a) + " with " + Describe.value(b) + "; values "
                + (alike ? "of that type are incomparable (values are " : "are ")
                + Excerpt.of(a) + " and " + Excerpt.of(b) + (alike ? ")" : ""));
    }
}
