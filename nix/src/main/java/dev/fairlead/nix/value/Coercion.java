package dev.fairlead.nix.value;

import org.jspecify.annotations.Nullable;

/**
 * Turns values into strings: sets through {@code __toString} or {@code outPath}, and, depending on the mode, paths,
 * numbers and lists. The contexts of all parts are collected.
 */
public final class Coercion {
    private static final Symbol TO_STRING = Symbol.of("__toString");
    private static final Symbol OUT_PATH = Symbol.of("outPath");
    private static final StringValue ONE = new StringValue("1");

    /** What becomes a string, and how. */
    public enum Mode {
        /** {@code "${x}"} and {@code +}: strings; paths are copied to the store. */
        INTERPOLATION(false, true),
        /** Strings; paths by their own name. */
        PLAIN(false, false),
        /** {@code toString}: also numbers, Booleans, null and lists; paths by their own name. */
        TO_STRING(true, false),
        /** The attributes of derivations: as {@code toString}, but paths are copied to the store. */
        DERIVATION(true, true);

        private final boolean everything;
        private final boolean copies;

        Mode(boolean everything, boolean copies) {
            this.everything = everything;
            this.copies = copies;
        }
    }

    private Coercion() {}

    /**
     * The string of a value.
     *
     * @throws EvalException if the value has none in this mode, or the evaluation fails
     */
    public static StringValue toText(Value value, Mode mode) {
        Value forced = value.force();
        if (forced instanceof StringValue text) {
            return text;
        }
        if (forced instanceof PathValue path) {
            return mode.copies ? copy(path) : new StringValue(path.path());
        }
        return compound(forced, mode);
    }

    /** The string of a value that may contain others. */
    private static StringValue compound(Value forced, Mode mode) {
        CallDepth.enter();
        try {
            if (forced instanceof AttrsValue set) {
                return ofAttrs(set, mode);
            }
            StringValue text = mode.everything ? more(forced, mode) : null;
            if (text == null) {
                throw notAString(forced);
            }
            return text;
        } finally {
            CallDepth.leave();
        }
    }

    /**
     * As {@link #toText(Value, Mode)}, with what was being done added to errors.
     *
     * @param during as "while evaluating …"
     */
    public static StringValue toText(Value value, Mode mode, String during) {
        try {
            return toText(value, mode);
        } catch (EvalException e) {
            throw e.during(0, during);
        }
    }

    /**
     * The path that a value names: a path, a string that is an absolute path, or a set that becomes one.
     *
     * @throws EvalException if it names none
     */
    public static PathValue toPath(Value value, String during) {
        try {
            return pathOf(value.force());
        } catch (EvalException e) {
            throw e.during(0, during);
        }
    }

    private static PathValue pathOf(Value forced) {
        if (forced instanceof PathValue path) {
            return path;
        }
        if (forced instanceof AttrsValue set) {
            Value convert = set.get(TO_STRING);
            if (convert != null) {
                return pathOf(Functions.call(convert, set));
            }
            Value outPath = set.get(OUT_PATH);
            if (outPath != null) {
                return pathOf(outPath.force());
            }
        }
        String text = toText(forced, Mode.PLAIN).text();
        if (!text.startsWith("/")) {
            throw new EvalException(
                    EvalException.Kind.OTHER, "string '" + text + "' doesn't represent an absolute path");
        }
        return PathValue.canonical(text);
    }

    /** True if a set becomes a string. */
    public static boolean hasText(AttrsValue set) {
        return set.get(TO_STRING) != null || set.get(OUT_PATH) != null;
    }

    private static StringValue ofAttrs(AttrsValue set, Mode mode) {
        Value convert = set.get(TO_STRING);
        if (convert != null) {
            try {
                return toText(Functions.call(convert, set), mode);
            } catch (EvalException e) {
                throw e.during(set.position(TO_STRING), "while evaluating the `__toString` attribute");
            }
        }
        Value outPath = set.get(OUT_PATH);
        if (outPath != null) {
            try {
                return toText(outPath, mode);
            } catch (EvalException e) {
                throw e.during(set.position(OUT_PATH), "while evaluating the `outPath` attribute");
            }
        }
        throw notAString(set);
    }

    private static @Nullable StringValue more(Value forced, Mode mode) {
        if (forced instanceof IntValue number) {
            return new StringValue(Long.toString(number.value()));
        }
        if (forced instanceof ListValue list) {
            return join(list, mode);
        }
        if (forced instanceof BoolValue bool) {
            return bool.value() ? ONE : StringValue.EMPTY;
        }
        if (forced instanceof FloatValue number) {
            return new StringValue(FloatFormat.fixed(number.value()));
        }
        return forced instanceof NullValue ? StringValue.EMPTY : null;
    }

    /** The items with spaces between, but, as ever in Nix, none after an empty list. */
    private static StringValue join(ListValue list, Mode mode) {
        StringBuilder joined = new StringBuilder();
        StringContext context = null;
        for (int i = 0; i < list.size(); i++) {
            Value item = list.get(i);
            StringValue text = toText(item, mode, "while evaluating one element of the list");
            joined.append(text.text());
            context = StringContext.union(context, text.context());
            if (i < list.size() - 1 && !(item.force() instanceof ListValue inner && inner.size() == 0)) {
                joined.append(' ');
            }
        }
        return new StringValue(joined.toString(), context);
    }

    private static StringValue copy(PathValue path) {
        if (Thread.currentThread() instanceof PathCopier copier) {
            return copier.copyToStore(path);
        }
        throw new EvalException(
                EvalException.Kind.INPUT, "path '" + path.path() + "' cannot be copied: there is no store");
    }

    private static EvalException notAString(Value forced) {
        return EvalException.type("cannot coerce " + Describe.value(forced) + " to a string: " + Excerpt.of(forced));
    }
}
