package dev.fairlead.nix.builtin.format;

import dev.fairlead.nix.builtin.format.JsonScanner.Token;
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

    private final JsonScanner in;
    private final Deque<Open> open = new ArrayDeque<>();

    private JsonReader(String text) {
        this.in = new JsonScanner(text);
    }

    /**
     * The value of a JSON text (a byte string).
     *
     * @throws FormatException if it is not one, or holds what a Nix value cannot
     */
    public static Value read(String text) {
        if (text.isEmpty()) {
            throw malformed(
                    "line 1, column 1",
                    "attempting to parse an empty input; check that your input string or stream contains the expected JSON");
        }
        return new JsonReader(text).document();
    }

    private Value document() {
        Token token = in.next();
        while (true) {
            Value value = null;
            switch (token) {
                case LIST_OPEN -> {
                    token = in.next();
                    if (token == Token.LIST_CLOSE) {
                        value = ListValue.EMPTY;
                    } else {
                        open.push(new Open(false));
                    }
                }
                case OBJECT_OPEN -> {
                    token = in.next();
                    if (token == Token.OBJECT_CLOSE) {
                        value = AttrsValue.EMPTY;
                    } else {
                        Open object = new Open(true);
                        open.push(object);
                        token = name(object, token);
                    }
                }
                default -> value = scalar(token);
            }
            // A complete value closes as many lists and objects as brackets follow it.
            while (value != null) {
                Open parent = open.peek();
                token = in.next();
                if (parent == null) {
                    if (token != Token.END) {
                        throw unexpected("value", Token.END.description());
                    }
                    return value;
                }
                parent.items.add(value);
                if (token == Token.COMMA) {
                    token = in.next();
                    if (parent.names != null) {
                        token = name(parent, token);
                    }
                    value = null;
                } else {
                    value = close(parent, token);
                }
            }
        }
    }

    private Value close(Open parent, Token token) {
        boolean list = parent.names == null;
        Token closing = list ? Token.LIST_CLOSE : Token.OBJECT_CLOSE;
        if (token != closing) {
            throw unexpected(list ? "array" : "object", closing.description());
        }
        open.pop();
        return parent.close();
    }

    /** Takes the name of a member, which must be under the cursor, and the colon; gives the token behind them. */
    private Token name(Open object, Token token) {
        if (token != Token.STRING) {
            throw unexpected("object key", Token.STRING.description());
        }
        if (object.names != null) {
            object.names.add(Symbol.of(withoutNul(in.string())));
        }
        if (in.next() != Token.COLON) {
            throw unexpected("object separator", Token.COLON.description());
        }
        return in.next();
    }

    private Value scalar(Token token) {
        return switch (token) {
            case STRING -> new StringValue(withoutNul(in.string()));
            case NUMBER -> number(in.number());
            case TRUE -> BoolValue.TRUE;
            case FALSE -> BoolValue.FALSE;
            case NULL -> NullValue.NULL;
            case MALFORMED -> throw unexpected("value", null);
            default -> throw unexpected("value", "'[', '{', or a literal");
        };
    }

    private static Value number(String text) {
        return isInteger(text) ? integer(text) : floating(text);
    }

    private static boolean isInteger(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.' || c == 'e' || c == 'E') {
                return false;
            }
        }
        return true;
    }

    private static Value integer(String text) {
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

    private static Value floating(String text) {
        double value = Double.parseDouble(text);
        if (Double.isInfinite(value)) {
            throw new FormatException("[json.exception.out_of_range.406] number overflow parsing '" + text + "'");
        }
        return new FloatValue(value);
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

    /** The token that was read last cannot stand there. The words are those that Nix prints. */
    private FormatException unexpected(String reading, @Nullable String expected) {
        return malformed(
                in.position(),
                "syntax error while parsing " + reading + " - " + in.found()
                        + (expected == null ? "" : "; expected " + expected));
    }

    private static FormatException malformed(String position, String reason) {
        return new FormatException("[json.exception.parse_error.101] parse error at " + position + ": " + reason);
    }
}
