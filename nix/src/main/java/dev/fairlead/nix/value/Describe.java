package dev.fairlead.nix.value;

/** Says what a value is in a message: "a set", "the built-in function 'map'", "a string: "x"". */
public final class Describe {
    private Describe() {}

    /** The type of a forced value, with its article. */
    public static String value(Value value) {
        return value.force().type().description();
    }
}
