package dev.fairlead.nix.value;

import java.util.function.Function;
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
        return toText(value, mode, 0, null);
    }

    /** As {@link #toText(Value, Mode, int, String)}, at no place. */
    public static StringValue toText(Value value, Mode mode, String during) {
        return toText(value, mode, 0, during);
    }

    /**
     * As {@link #toText(Value, Mode)}, with what was being done added where the value, or what it gives as its string, has
     * none.
     *
     * @param during as "while evaluating …", or null
     */
    public static StringValue toText(Value value, Mode mode, int position, @Nullable String during) {
        Value forced = value.force();
        if (forced instanceof StringValue text) {
            return text;
        }
        if (forced instanceof PathValue path) {
            return mode.copies ? copy(path, position) : new StringValue(path.path());
        }
        return compound(forced, mode, position, during);
    }

    /** The string of a value that may contain others. */
    private static StringValue compound(Value forced, Mode mode, int position, @Nullable String during) {
        CallDepth.enter();
        try {
            if (forced instanceof AttrsValue set && hasText(set)) {
                return peel(set, inside -> toText(inside, mode, position, during));
            }
            StringValue text = mode.everything ? more(forced, mode, position, during) : null;
            if (text == null) {
                EvalException failure = notAString(forced).at(position);
                throw during == null ? failure : failure.during(position, during);
            }
            return text;
        } finally {
            CallDepth.leave();
        }
    }

    /**
     * The path that a value names: a path, a string that is an absolute path, or a set that becomes one.
     *
     * @throws EvalException if it names none
     */
    public static PathValue toPath(Value value, String during) {
        Value forced;
        try {
            forced = value.force();
        } catch (EvalException e) {
            throw e.during(0, during);
        }
        return pathOf(forced, during);
    }

    private static PathValue pathOf(Value forced, String during) {
        if (forced instanceof PathValue path) {
            return path;
        }
        if (forced instanceof AttrsValue set && hasText(set)) {
            return peel(set, text -> pathOf(text, during));
        }
        String text = toText(forced, Mode.PLAIN, during).text();
        if (!text.startsWith("/")) {
            throw new EvalException(
                            EvalException.Kind.OTHER, "string '" + text + "' doesn't represent an absolute path")
                    .during(0, during);
        }
        return PathValue.canonical(text);
    }

    /** True if a set becomes a string. */
    public static boolean hasText(AttrsValue set) {
        return set.get(TO_STRING) != null || set.get(OUT_PATH) != null;
    }

    /** What {@code use} makes of what {@code __toString} or {@code outPath} of a set gives, which is forced. */
    public static <T> T peel(AttrsValue set, Function<Value, T> use) {
        Value convert = set.get(TO_STRING);
        int at = set.position(convert != null ? TO_STRING : OUT_PATH);
        Value inside;
        try {
            inside = convert != null
                    ? Functions.call(convert, set)
                    : Expect.attribute(set, OUT_PATH, "in a set that becomes a string")
                            .force();
        } catch (EvalException e) {
            throw convert != null
                    ? e.at(at).during(at, "while calling the `__toString` attribute")
                    : e.during(at, "while evaluating the `outPath` attribute");
        }
        try {
            return use.apply(inside);
        } catch (EvalException e) {
            throw e.during(
                    at,
                    "while using the " + (convert != null ? "result of the `__toString`" : "`outPath`") + " attribute");
        }
    }

    private static @Nullable StringValue more(Value forced, Mode mode, int position, @Nullable String during) {
        if (forced instanceof IntValue number) {
            return new StringValue(Long.toString(number.value()));
        }
        if (forced instanceof ListValue list) {
            return join(list, mode, position, during);
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
    private static StringValue join(ListValue list, Mode mode, int position, @Nullable String during) {
        StringBuilder joined = new StringBuilder();
        StringContext context = null;
        for (int i = 0; i < list.size(); i++) {
            Value item = list.get(i);
            StringValue text;
            try {
                text = toText(item, mode, position, "while evaluating one element of the list");
            } catch (EvalException e) {
                throw during == null ? e : e.during(position, during);
            }
            joined.append(text.text());
            context = StringContext.union(context, text.context());
            if (i < list.size() - 1 && !(item.force() instanceof ListValue inner && inner.size() == 0)) {
                joined.append(' ');
            }
        }
        return new StringValue(joined.toString(), context);
    }

    private static StringValue copy(PathValue path, int position) {
        if (Thread.currentThread() instanceof PathCopier copier) {
            try {
                return copier.copyToStore(path);
            } catch (EvalException e) {
                throw e.at(position);
            }
        }
        throw new EvalException(
                EvalException.Kind.INPUT, "path '" + path.path() + "' cannot be copied: there is no store");
    }

    private static EvalException notAString(Value forced) {
        return EvalException.type("cannot coerce " + Describe.value(forced) + " to a string: " + Excerpt.of(forced));
    }
}
