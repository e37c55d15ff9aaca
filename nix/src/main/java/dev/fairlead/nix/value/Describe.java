package dev.fairlead.nix.value;

/** Says what a value is in a message: "a set", "the built-in function 'map'", "a string with context". */
public final class Describe {
    private Describe() {}

    /** What a value is, with its article; a promise is not forced. */
    public static String value(Value value) {
        if (!value.isForced()) {
            return value.type().description();
        }
        return switch (value.force()) {
            case StringValue text when text.context() != null -> "a string with context";
            case FunctionValue function ->
                switch (function.origin()) {
                    case LAMBDA -> "a function";
                    case BUILTIN -> "the built-in function '" + function.name() + "'";
                    case PARTIAL_BUILTIN -> "the partially applied built-in function '" + function.name() + "'";
                };
            case Value other -> other.type().description();
        };
    }
}
