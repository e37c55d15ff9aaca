package dev.fairlead.nix.value;

import org.jspecify.annotations.Nullable;

/**
 * The {@code ==} of the language.
 *
 * <p>Two elements of lists or sets that are the same <em>cell</em> are equal before anything else is asked, so a list
 * that holds a function equals itself although functions never equal each other. The operands of {@code ==} itself
 * are not cells.
 */
public final class Equality {
    private static final Symbol TYPE = Symbol.of("type");
    private static final Symbol OUT_PATH = Symbol.of("outPath");

    private Equality() {}

    /**
     * {@code a == b}; forces both, and their parts as far as the answer needs.
     *
     * @throws EvalException if the evaluation fails
     */
    public static boolean equal(Value a, Value b) {
        return equalForced(a.force(), b.force());
    }

    /** True if two cells are the same one or hold equal values; forces them either way. */
    @SuppressWarnings("ReferenceEquality") // the identity of cells is what the language asks for
    public static boolean equalCells(Value a, Value b) {
        Value left = a.force();
        Value right = b.force();
        return a == b || equalForced(left, right);
    }

    private static boolean equalForced(Value a, Value b) {
        if (a instanceof StringValue x) {
            return b instanceof StringValue y && x.text().equals(y.text());
        }
        if (a instanceof ListValue || a instanceof AttrsValue) {
            return equalParts(a, b);
        }
        if (a instanceof IntValue x) {
            return b instanceof IntValue y
                    ? x.value() == y.value()
                    : b instanceof FloatValue z && x.value() == z.value();
        }
        if (a instanceof FloatValue x) {
            return b instanceof FloatValue y
                    ? x.value() == y.value()
                    : b instanceof IntValue z && x.value() == z.value();
        }
        if (a instanceof PathValue x) {
            return b instanceof PathValue y && x.path().equals(y.path());
        }
        if (a instanceof BoolValue x) {
            return x == b;
        }
        return a instanceof NullValue x && x == b;
    }

    private static boolean equalParts(Value a, Value b) {
        CallDepth.enter();
        try {
            if (a instanceof ListValue x) {
                return b instanceof ListValue y && equalLists(x, y);
            }
            return a instanceof AttrsValue x && b instanceof AttrsValue y && equalAttrs(x, y);
        } finally {
            CallDepth.leave();
        }
    }

    private static boolean equalLists(ListValue a, ListValue b) {
        if (a.size() != b.size()) {
            return false;
        }
        for (int i = 0; i < a.size(); i++) {
            if (!equalCells(a.get(i), b.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean equalAttrs(AttrsValue a, AttrsValue b) {
        if (isDerivation(a) && isDerivation(b)) {
            Value left = a.get(OUT_PATH);
            Value right = b.get(OUT_PATH);
            if (left != null && right != null) {
                return equalCells(left, right);
            }
        }
        if (a.size() != b.size()) {
            return false;
        }
        for (int i = 0; i < a.size(); i++) {
            if (a.name(i) != b.name(i) || !equalCells(a.value(i), b.value(i))) {
                return false;
            }
        }
        return true;
    }

    /** True if a forced value is a set with {@code type = "derivation"}. */
    public static boolean isDerivation(Value value) {
        @Nullable Value type = value instanceof AttrsValue attrs ? attrs.get(TYPE) : null;
        return type != null
                && type.force() instanceof StringValue text
                && text.text().equals("derivation");
    }
}
