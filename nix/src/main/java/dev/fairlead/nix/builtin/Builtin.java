package dev.fairlead.nix.builtin;

import dev.fairlead.nix.value.Formals;
import dev.fairlead.nix.value.FunctionValue;
import dev.fairlead.nix.value.Functions;
import dev.fairlead.nix.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A function of {@code builtins} or {@code lib}, written in Java: a name, an arity, and what it does with that many
 * cells. Given fewer arguments it waits for the rest; given more, it applies its result to them.
 */
public abstract sealed class Builtin extends FunctionValue {
    /** A function of one cell. The result need not be forced. */
    public interface One {
        Value apply(Value a);
    }

    /** A function of two cells. The result need not be forced. */
    public interface Two {
        Value apply(Value a, Value b);
    }

    /** A function of three cells. The result need not be forced. */
    public interface Three {
        Value apply(Value a, Value b, Value c);
    }

    private final String name;

    private Builtin(String name) {
        this.name = name;
    }

    public static Builtin of(String name, One body) {
        return new Unary(name, null, body);
    }

    /** A function of one set, which says what it takes from that. */
    public static Builtin of(String name, Formals formals, One body) {
        return new Unary(name, formals, body);
    }

    public static Builtin of(String name, Two body) {
        return new Binary(name, body);
    }

    public static Builtin of(String name, Three body) {
        return new Ternary(name, body);
    }

    @Override
    public final Origin origin() {
        return Origin.BUILTIN;
    }

    /** The name without {@code __} or namespace. */
    @Override
    public final String name() {
        return name;
    }

    /** How many arguments it takes, 1 to 3. */
    public abstract int arity();

    private static final class Unary extends Builtin {
        private final @Nullable Formals formals;
        private final One body;

        Unary(String name, @Nullable Formals formals, One body) {
            super(name);
            this.formals = formals;
            this.body = body;
        }

        @Override
        public @Nullable Formals formals() {
            return formals;
        }

        @Override
        public int arity() {
            return 1;
        }

        @Override
        public Value call(Value a) {
            return body.apply(a).force();
        }
    }

    private static final class Binary extends Builtin {
        private final Two body;

        Binary(String name, Two body) {
            super(name);
            this.body = body;
        }

        @Override
        public int arity() {
            return 2;
        }

        @Override
        public Value call(Value a) {
            return new Partial(this, a, null);
        }

        @Override
        public Value call(Value a, Value b) {
            return body.apply(a, b).force();
        }

        @Override
        public Value call(Value a, Value b, Value c) {
            return Functions.call(call(a, b), c);
        }
    }

    private static final class Ternary extends Builtin {
        private final Three body;

        Ternary(String name, Three body) {
            super(name);
            this.body = body;
        }

        @Override
        public int arity() {
            return 3;
        }

        @Override
        public Value call(Value a) {
            return new Partial(this, a, null);
        }

        @Override
        public Value call(Value a, Value b) {
            return new Partial(this, a, b);
        }

        @Override
        public Value call(Value a, Value b, Value c) {
            return body.apply(a, b, c).force();
        }
    }

    /** A built-in function that has some of its arguments. */
    public static final class Partial extends FunctionValue {
        private final Builtin function;
        private final Value first;
        private final @Nullable Value second;

        private Partial(Builtin function, Value first, @Nullable Value second) {
            this.function = function;
            this.first = first;
            this.second = second;
        }

        public Builtin function() {
            return function;
        }

        @Override
        public Origin origin() {
            return Origin.PARTIAL_BUILTIN;
        }

        @Override
        public String name() {
            return function.name();
        }

        @Override
        public Value call(Value argument) {
            return second == null ? function.call(first, argument) : function.call(first, second, argument);
        }

        @Override
        public Value call(Value a, Value b) {
            return second == null ? function.call(first, a, b) : Functions.call(function.call(first, second, a), b);
        }
    }
}
