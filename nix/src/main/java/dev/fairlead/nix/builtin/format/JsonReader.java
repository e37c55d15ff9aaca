package dev.fairlead.nix.builtin.format;

import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.value.AttrsBuilder;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.BoolValue;
import dev.fairlead.nix.value.FloatValue;
import dev.fairlead.nix.value.IntValue;
import dev.fairlead.nix.value.ListValue;
import dev.fairlead.nix.value.NullValue;
import dev.fairlead.nix.value.StringValue;
import dev.fairlead.nix.value.Symbol;
import dev.fairlead.nix.value.Value;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON (RFC 8259) strictly. Integers of 64 bits become integers, other numbers floats; the last of several
 * members with one name counts. Nesting costs memory, not stack.
 */
public final class JsonReader {
    private static final BigInteger LARGEST_UNSIGNED = BigInteger.TWO.pow(64).subtract(BigInteger.ONE);

    private static final int LONGEST_UNSIGNED = LARGEST_UNSIGNED.toString().length();

    /** A list or an object that is not closed yet. */
    private static final class Open {
        /** Most lists and objects of large documents are small. */
        private static final int FEW = 4;

        /** The names of the members so far, and of the next; null if it is a list. */
        final @Nullable List<Symbol> names;

        final List<Value> items = new ArrayList<>(FEW);

        Open(boolean object) {
            names = object ? new ArrayList<>(FEW) : null;
        }

        Value close() {
            if (names == null) {
                return items.isEmpty() ? ListValue.EMPTY : new ListValue(items.toArray(Value[]::new));
            }
            AttrsBuilder set = new AttrsBuilder(names.size());
            if (isOrdered(names)) {
                for (int i = 0; i < names.size(); i++) {
                    set.add(names.get(i), items.get(i));
                }
            } else {
                // The last of several members with one name counts, and the first that is added
                for (int i = names.size() - 1; i >= 0; i--) {
                    set.add(names.get(i), items.get(i));
                }
            }
            return set.build();
        }

        /** Whether the names stand in their order, each once, as programs write them: nothing need be sorted then. */
        private static boolean isOrdered(List<Symbol> names) {
            for (int i = 1; i < names.size(); i++) {
                if (names.get(i - 1).compareTo(names.get(i)) >= 0) {
                    return false;
                }
            }
            return true;
        }
    }

    private final Cursor in;
    private final Deque<Open> open = new ArrayDeque<>();

    private JsonReader(String text) {
        this.in = new Cursor(text);
    }

    /**
     * The value of a JSON text (a byte string).
     *
     * @throws FormatException if it is not one, or holds what a Nix value cannot
     */
    public static Value read(String text) {
        int malformed = Bytes.firstMalformed(Bytes.toArray(text));
        if (malformed >= 0) {
            throw FormatException.at(text, malformed, "invalid UTF-8");
        }
        return new JsonReader(text).document();
    }

    private Value document() {
        in.skip("\u00EF\u00BB\u00BF");
        while (true) {
            Value value = valueOrOpening();
            // A complete value closes as many lists and objects as brackets follow it.
            while (value != null) {
                space();
                Open parent = open.peek();
                if (parent == null) {
                    if (in.peek() >= 0) {
                        throw unexpected("the end of the input");
                    }
                    return value;
                }
                value = put(parent, value);
            }
        }
    }

    /** A value, or null if a list or object was opened that has something in it. */
    private @Nullable Value valueOrOpening() {
        space();
        return switch (in.peek()) {
            case '[' -> list();
            case '{' -> object();
            default -> scalar();
        };
    }

    private @Nullable Value list() {
        in.skip(1);
        space();
        if (in.skip("]")) {
            return ListValue.EMPTY;
        }
        open.push(new Open(false));
        return null;
    }

    private @Nullable Value object() {
        in.skip(1);
        space();
        if (in.skip("}")) {
            return AttrsValue.EMPTY;
        }
        Open object = new Open(true);
        open.push(object);
        if (object.names != null) {
            name(object.names);
        }
        return null;
    }

    /** Puts a value into what is open; returns the whole if that is closed now. */
    private @Nullable Value put(Open parent, Value value) {
        List<Symbol> names = parent.names;
        parent.items.add(value);
        if (in.skip(",")) {
            if (names != null) {
                space();
                name(names);
            }
            return null;
        }
        if (!in.skip(names == null ? "]" : "}")) {
            throw unexpected(names == null ? "',' or ']'" : "',' or '}'");
        }
        open.pop();
        return parent.close();
    }

    private void name(List<Symbol> names) {
        if (in.peek() != '"') {
            throw unexpected("the name of a member");
        }
        names.add(Symbol.of(string()));
        space();
        if (!in.skip(":")) {
            throw unexpected("':'");
        }
    }

    private Value scalar() {
        int next = in.peek();
        if (next == '"') {
            return new StringValue(string());
        }
        if (next == '-' || isDigit(next)) {
            return number();
        }
        if (in.skip("true")) {
            return BoolValue.TRUE;
        }
        if (in.skip("false")) {
            return BoolValue.FALSE;
        }
        if (in.skip("null")) {
            return NullValue.NULL;
        }
        throw unexpected("a value");
    }

    private Value number() {
        int start = in.offset();
        in.skip("-");
        if (!in.skip("0")) {
            digits();
        }
        boolean integer = true;
        if (in.skip(".")) {
            integer = false;
            digits();
        }
        if (in.skip("e") || in.skip("E")) {
            integer = false;
            if (!in.skip("+")) {
                in.skip("-");
            }
            digits();
        }
        String text = in.since(start);
        return integer ? integer(text) : floating(text);
    }

    private Value integer(String text) {
        try {
            return IntValue.of(Long.parseLong(text));
        } catch (NumberFormatException tooLarge) {
            // From 2^63 on Nix refuses; from 2^64 on its JSON library has made a float of it.
            // Longer ones are floats in any case, and a million digits would take minutes to make a BigInteger of.
            if (text.length() <= LONGEST_UNSIGNED && isUnsigned(new BigInteger(text))) {
                throw new FormatException("unsigned json number " + text + " outside of Nix integer range");
            }
            return floating(text);
        }
    }

    private static boolean isUnsigned(BigInteger number) {
        return number.signum() > 0 && number.compareTo(LARGEST_UNSIGNED) <= 0;
    }

    private Value floating(String text) {
        double value = Double.parseDouble(text);
        if (Double.isInfinite(value)) {
            throw in.fail("number overflow parsing '" + text + "'");
        }
        return new FloatValue(value);
    }

    private void digits() {
        if (!isDigit(in.peek())) {
            throw unexpected("a digit");
        }
        while (isDigit(in.peek())) {
            in.skip(1);
        }
    }

    private String string() {
        in.skip(1);
        int start = in.offset();
        while (in.peek() != '"' && in.peek() != '\\' && in.peek() >= 0x20) {
            in.skip(1);
        }
        if (in.peek() == '"') {
            String plain = in.since(start);
            in.skip(1);
            return plain;
        }
        StringBuilder out = new StringBuilder(in.since(start));
        while (!in.skip("\"")) {
            if (in.skip("\\")) {
                escape(out);
            } else if (in.peek() < 0x20) {
                throw unexpected("a character of the string");
            } else {
                out.append((char) in.peek());
                in.skip(1);
            }
        }
        return withoutNul(out.toString());
    }

    private void escape(StringBuilder out) {
        int kind = in.peek();
        int plain = "\"\\/bfnrt".indexOf(kind);
        if (plain >= 0) {
            out.append("\"\\/\b\f\n\r\t".charAt(plain));
            in.skip(1);
        } else if (in.skip("u")) {
            Cursor.appendCodePoint(out, codePoint());
        } else {
            throw in.fail("invalid string: forbidden character after backslash");
        }
    }

    private int codePoint() {
        int unit = in.hexadecimal(4);
        if (Character.isHighSurrogate((char) unit)) {
            if (in.skip("\\u")) {
                int low = in.hexadecimal(4);
                if (Character.isLowSurrogate((char) low)) {
                    return Character.toCodePoint((char) unit, (char) low);
                }
            }
            throw in.fail("invalid string: surrogate U+D800..U+DBFF must be followed by U+DC00..U+DFFF");
        }
        if (Character.isLowSurrogate((char) unit)) {
            throw in.fail("invalid string: surrogate U+DC00..U+DFFF must follow U+D800..U+DBFF");
        }
        return unit;
    }

    /** Nix strings hold no NUL. */
    private static String withoutNul(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new FormatException(nul(text));
        }
        return text;
    }

    /** Why a text with a NUL in it is refused. */
    static String nul(String text) {
        return "input string '" + text.replace("\0", Bytes.encode("␀"))
                + "' cannot be represented as Nix string because it contains null bytes";
    }

    private void space() {
        while (in.peek() == ' ' || in.peek() == '\n' || in.peek() == '\t' || in.peek() == '\r') {
            in.skip(1);
        }
    }

    private FormatException unexpected(String expected) {
        return in.fail("syntax error: expected " + expected + ", but found " + in.found());
    }

    private static boolean isDigit(int b) {
        return b >= '0' && b <= '9';
    }
}
