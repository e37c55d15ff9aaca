package dev.fairlead.nix.value;

/**
 * Forces values that must be of one type. The errors say what was found; {@code during} is what was being done ("while
 * evaluating the first argument passed to builtins.map") and is added to every error of the evaluation.
 */
public final class Expect {
    private Expect() {}

    public static long integer(Value value, String during) {
        return force(value, during) instanceof IntValue number ? number.value() : wrongInteger(value, during);
    }

    /** A number of either type. */
    public static double number(Value value, String during) {
        Value forced = force(value, during);
        if (forced instanceof FloatValue number) {
            return number.value();
        }
        if (forced instanceof IntValue number) {
            return number.value();
        }
        throw wrong("a float", forced, during);
    }

    public static boolean bool(Value value, String during) {
        Value forced = force(value, during);
        if (forced instanceof BoolValue bool) {
            return bool.value();
        }
        throw wrong("a Boolean", forced, during);
    }

    public static StringValue string(Value value, String during) {
        Value forced = force(value, during);
        if (forced instanceof StringValue text) {
            return text;
        }
        throw wrong("a string", forced, during);
    }

    /** The bytes of a string that must not depend on store paths. */
    public static String stringWithoutContext(Value value, String during) {
        return plain(value, during).text();
    }

    /** The name that a string spells; it must not depend on store paths. */
    public static Symbol name(Value value, String during) {
        return plain(value, during).symbol();
    }

    private static StringValue plain(Value value, String during) {
        StringValue string = string(value, during);
        StringContext context = string.context();
        if (context == null) {
            return string;
        }
        throw new EvalException(
                        EvalException.Kind.OTHER,
                        "the string '" + string.text() + "' is not allowed to refer to a store path (such as '"
                                + context.elements().getFirst() + "')")
                .during(0, during);
    }

    public static ListValue list(Value value, String during) {
        Value forced = force(value, during);
        if (forced instanceof ListValue list) {
            return list;
        }
        throw wrong("a list", forced, during);
    }

    public static AttrsValue attrs(Value value, String during) {
        Value forced = force(value, during);
        if (forced instanceof AttrsValue attrs) {
            return attrs;
        }
        throw wrong("a set", forced, during);
    }

    /** A function, or a set that can be called like one. */
    public static Value function(Value value, String during) {
        Value forced = force(value, during);
        if (forced instanceof FunctionValue || Functions.isFunctor(forced)) {
            return forced;
        }
        throw wrong("a function", forced, during);
    }

    /** The cell of an attribute that a set must have; it is not forced. */
    public static Value attribute(AttrsValue set, Symbol name, String during) {
        Value value = set.get(name);
        if (value != null) {
            return value;
        }
        throw new EvalException(EvalException.Kind.MISSING_ATTRIBUTE, "attribute '" + name + "' missing")
                .during(0, during);
    }

    private static long wrongInteger(Value value, String during) {
        throw wrong("an integer", value.force(), during);
    }

    private static Value force(Value value, String during) {
        try {
            return value.force();
        } catch (EvalException e) {
            throw e.during(0, during);
        }
    }

    private static EvalException wrong(String expected, Value found, String during) {
        return wrong(expected, found).during(0, during);
    }

    /** The error of a forced value that is not {@code expected}, a type with its article. */
    public static EvalException wrong(String expected, Value found) {
        return EvalException.type(
                "expected " + expected + " but found " + Describe.value(found) + ": " + Excerpt.of(found));
    }
}
