package dev.fairlead.nix.builtin.format;

import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.BoolValue;
import dev.fairlead.nix.value.CallDepth;
import dev.fairlead.nix.value.Coercion;
import dev.fairlead.nix.value.Describe;
import dev.fairlead.nix.value.EvalException;
import dev.fairlead.nix.value.Excerpt;
import dev.fairlead.nix.value.FloatValue;
import dev.fairlead.nix.value.IntValue;
import dev.fairlead.nix.value.ListValue;
import dev.fairlead.nix.value.NullValue;
import dev.fairlead.nix.value.PathValue;
import dev.fairlead.nix.value.StringContext;
import dev.fairlead.nix.value.StringValue;
import dev.fairlead.nix.value.Symbol;
import dev.fairlead.nix.value.Value;
import java.math.BigDecimal;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Writes values as JSON on one line, without spaces. Forces everything. */
public final class JsonWriter {
    private static final Symbol TO_STRING = Symbol.of("__toString");
    private static final Symbol OUT_PATH = Symbol.of("outPath");
    /** The range of exponents in which floats are written without one. */
    private static final int MIN_EXPONENT = -4;

    private static final int MAX_EXPONENT = 15;

    private final StringBuilder out = new StringBuilder();
    private @Nullable StringContext context;

    private JsonWriter() {}

    /**
     * A value as JSON, with the contexts of all strings in it.
     *
     * @param copyPaths whether paths are copied to the store and written as that
     * @throws EvalException if it holds a function or a string that is not UTF-8, or the evaluation fails
     */
    public static StringValue write(Value value, boolean copyPaths) {
        JsonWriter writer = new JsonWriter();
        writer.value(value, copyPaths);
        return new StringValue(writer.out.toString(), writer.context);
    }

    /** A string as JSON, in quotes. */
    public static void appendString(StringBuilder out, String text) {
        out.append('"');
        boolean ascii = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            ascii &= c < 0x80;
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < 0x20) {
                        out.append("\\u00").append(HexFormat.of().toHexDigits((byte) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        if (!ascii) {
            requireUtf8(text);
        }
        out.append('"');
    }

    private void value(Value cell, boolean copyPaths) {
        CallDepth.enter();
        try {
            forced(cell.force(), copyPaths);
        } finally {
            CallDepth.leave();
        }
    }

    @SuppressWarnings("IfChainToSwitch") // the JVM would make a class for it each time it starts
    private void forced(Value forced, boolean copyPaths) {
        if (forced instanceof StringValue text) {
            string(text);
        } else if (forced instanceof AttrsValue set) {
            attrs(set, copyPaths);
        } else if (forced instanceof ListValue list) {
            list(list, copyPaths);
        } else if (forced instanceof IntValue number) {
            out.append(number.value());
        } else if (forced instanceof BoolValue bool) {
            out.append(bool.value());
        } else if (forced instanceof NullValue) {
            out.append("null");
        } else if (forced instanceof FloatValue number) {
            appendFloat(out, number.value());
        } else if (forced instanceof PathValue path) {
            string(Coercion.toText(path, copyPaths ? Coercion.Mode.INTERPOLATION : Coercion.Mode.PLAIN));
        } else {
            throw inconvertible(forced);
        }
    }

    private void string(StringValue text) {
        appendString(out, text.text());
        context = StringContext.union(context, text.context());
    }

    private void list(ListValue list, boolean copyPaths) {
        out.append('[');
        for (int i = 0; i < list.size(); i++) {
            if (i > 0) {
                out.append(',');
            }
            try {
                value(list.get(i), copyPaths);
            } catch (EvalException e) {
                throw e.during(list.position(i), "while evaluating list element at index " + i);
            }
        }
        out.append(']');
    }

    private void attrs(AttrsValue set, boolean copyPaths) {
        if (Coercion.hasText(set)) {
            peeled(set, copyPaths, false);
            return;
        }
        out.append('{');
        for (int i = 0; i < set.size(); i++) {
            if (i > 0) {
                out.append(',');
            }
            appendString(out, set.name(i).name());
            out.append(':');
            try {
                value(set.value(i), copyPaths);
            } catch (EvalException e) {
                throw e.during(set.position(i), "while evaluating attribute '" + set.name(i) + "'");
            }
        }
        out.append('}');
    }

    /**
     * A set with {@code __toString} or {@code outPath} is what these give, all the way down. After {@code __toString}
     * that must be a string or a path, and paths are not copied.
     *
     * @param converted whether the set came out of a {@code __toString}
     */
    private Value peeled(AttrsValue set, boolean copyPaths, boolean converted) {
        boolean converts = set.get(TO_STRING) != null;
        boolean isText = converted || converts;
        return Coercion.peel(set, inside -> {
            if (inside instanceof AttrsValue attrs && Coercion.hasText(attrs)) {
                CallDepth.enter();
                try {
                    return peeled(attrs, copyPaths, isText);
                } finally {
                    CallDepth.leave();
                }
            }
            if (isText && !(inside instanceof StringValue) && !(inside instanceof PathValue)) {
                String must = inside instanceof AttrsValue ? "must" : "should";
                throw EvalException.type("`__toString` " + must + " return a string, but got " + Describe.value(inside)
                                + ": " + Excerpt.of(inside))
                        .at(set.position(converts ? TO_STRING : OUT_PATH));
            }
            value(inside, copyPaths && !isText);
            return inside;
        });
    }

    /** The shortest digits that read back as the same number, always recognisable as a float. */
    static void appendFloat(StringBuilder out, double value) {
        if (!Double.isFinite(value)) {
            out.append("null");
            return;
        }
        if (Double.doubleToRawLongBits(value) < 0) {
            out.append('-');
        }
        if (value == 0) {
            out.append("0.0");
            return;
        }
        BigDecimal decimal = new BigDecimal(Double.toString(Math.abs(value))).stripTrailingZeros();
        int exponent = decimal.precision() - decimal.scale();
        if (exponent > MIN_EXPONENT && exponent <= MAX_EXPONENT) {
            out.append(decimal.scale() <= 0 ? decimal.setScale(1).toPlainString() : decimal.toPlainString());
            return;
        }
        String digits = decimal.unscaledValue().toString();
        out.append(digits.charAt(0));
        if (digits.length() > 1) {
            out.append('.').append(digits, 1, digits.length());
        }
        int power = Math.abs(exponent - 1);
        out.append(exponent < 1 ? "e-" : "e+").append(power < 10 ? "0" : "").append(power);
    }

    private static void requireUtf8(String text) {
        int malformed = Bytes.firstMalformed(Bytes.toArray(text));
        if (malformed >= 0) {
            throw new EvalException(
                    EvalException.Kind.OTHER,
                    "JSON serialization error: [json.exception.type_error.316] invalid UTF-8 byte at index " + malformed
                            + ": 0x" + HexFormat.of().withUpperCase().toHexDigits((byte) text.charAt(malformed)));
        }
    }

    private static EvalException inconvertible(Value value) {
        return EvalException.type("cannot convert " + Describe.value(value) + " to JSON");
    }
}
