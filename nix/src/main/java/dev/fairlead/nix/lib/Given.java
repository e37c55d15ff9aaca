package dev.fairlead.nix.lib;

import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.BoolValue;
import dev.fairlead.nix.value.Coercion;
import dev.fairlead.nix.value.EvalException;
import dev.fairlead.nix.value.Expect;
import dev.fairlead.nix.value.IntValue;
import dev.fairlead.nix.value.ListValue;
import dev.fairlead.nix.value.StringValue;
import dev.fairlead.nix.value.Symbol;
import dev.fairlead.nix.value.Value;
import java.util.List;

/**
 * The arguments of functions of {@code lib} that are written in Java: forced, and of the type they must have. Errors of
 * the arguments themselves pass through; a wrong type names the function ({@code lists.take}).
 */
final class Given {
    private Given() {}

    static ListValue list(Value value, String function) {
        if (value.force() instanceof ListValue list) {
            return list;
        }
        throw wrong("a list", value, function);
    }

    static AttrsValue attrs(Value value, String function) {
        if (value.force() instanceof AttrsValue attrs) {
            return attrs;
        }
        throw wrong("a set", value, function);
    }

    static boolean bool(Value value, String function) {
        if (value.force() instanceof BoolValue bool) {
            return bool.value();
        }
        throw wrong("a Boolean", value, function);
    }

    static long integer(Value value, String function) {
        if (value.force() instanceof IntValue number) {
            return number.value();
        }
        throw wrong("an integer", value, function);
    }

    static StringValue string(Value value, String function) {
        if (value.force() instanceof StringValue text) {
            return text;
        }
        throw wrong("a string", value, function);
    }

    /** What {@code "${value}"} is. */
    static StringValue text(Value value, String function) {
        Value forced = value.force();
        return forced instanceof StringValue text
                ? text
                : Coercion.toText(
                        forced, Coercion.Mode.INTERPOLATION, "while evaluating a string passed to lib." + function);
    }

    /** Whether a value is a set in which a name is {@code true}; false if it is anything else. */
    static boolean isTrue(Value value, Symbol name) {
        Value attribute = value.force() instanceof AttrsValue attrs ? attrs.get(name) : null;
        return attribute != null && attribute.force() == BoolValue.TRUE;
    }

    /** The name of an attribute: a string that refers to no store path. */
    static Symbol name(Value value, String function) {
        StringValue text = string(value, function);
        return Symbol.of(
                text.context() == null
                        ? text.text()
                        : Expect.stringWithoutContext(text, "while evaluating a name passed to lib." + function));
    }

    static ListValue listOf(List<Value> items) {
        return items.isEmpty() ? ListValue.EMPTY : new ListValue(items.toArray(Value[]::new));
    }

    private static EvalException wrong(String expected, Value found, String function) {
        return Expect.wrong(expected, found.force())
                .during(0, "while evaluating an argument passed to lib." + function);
    }
}
