package dev.fairlead.nix.value;

/**
 * A value of the Nix language, or the promise of one.
 *
 * <p>Every class but the thunk of {@code eval} is in weak head normal form. An object is one <em>cell</em>: equality
 * of the language begins with the identity of cells, so lists and sets must keep the objects they are given and not
 * replace a thunk by what it forces to.
 */
public abstract class Value {
    /**
     * This value in weak head normal form: a value whose {@link #type} is known; never a promise.
     *
     * <p>Not a method that promises override: programs do nothing as often, and a test of the type can be inlined where a
     * call that goes through a table cannot.
     *
     * @throws EvalException if the evaluation fails
     */
    public final Value force() {
        return this instanceof Promise promise ? promise.resolve() : this;
    }

    /** True if {@link #force} has nothing to do. */
    public final boolean isForced() {
        return !(this instanceof Promise promise) || promise.isResolved();
    }

    /** The type of a forced value. */
    public abstract Type type();

    /** The types of the language, with the names of {@code builtins.typeOf} and those used in messages. */
    public enum Type {
        INT("int", "an integer"),
        FLOAT("float", "a float"),
        BOOL("bool", "a Boolean"),
        STRING("string", "a string"),
        PATH("path", "a path"),
        NULL("null", "null"),
        ATTRS("set", "a set"),
        LIST("list", "a list"),
        FUNCTION("lambda", "a function"),
        /** Only of a promise that is not forced yet. */
        THUNK("thunk", "a thunk");

        private final String nixName;
        private final String description;

        Type(String nixName, String description) {
            this.nixName = nixName;
            this.description = description;
        }

        /** As {@code builtins.typeOf} says it. */
        public String nixName() {
            return nixName;
        }

        /** With its article, as messages say it. */
        public String description() {
            return description;
        }
    }
}
