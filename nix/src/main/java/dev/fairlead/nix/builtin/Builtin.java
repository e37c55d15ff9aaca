package dev.fairlead.nix.builtin;

import dev.fairlead.nix.value.FunctionValue;
import dev.fairlead.nix.value.Functions;
import dev.fairlead.nix.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A function of {@code builtins} or {@code lib}, written in Java: a name, an arity, and what it does with that many
 * cells. Given fewer arguments it waits for the rest; given more, it applies its result to them.
 */
public final class Builtin extends FunctionValue {
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
    private final int arity;
    private final Three body;

    private Builtin(String name, int arity, Three body) {
        this.name = name;
        this.arity = arity;
        this.body = body;
    }

    public static Builtin of(String name, One body) {
        return new Builtin(name, 1, (a, b, c) -> body.apply(a));
    }

    public static Builtin of(String name, Two body) {
        return new Builtin(name, 2, (a, b, c) -> body.apply(a, b));
    }

    public static Builtin of(String name, Three body) {
        return new Builtin(name, 3, body);
    }

    @Override
    public Origin origin() {
        return Origin.BUILTIN;
    }

    /** The name without {@code __} or namespace. */
    @Override
    public String name() {
        return name;
    }

    /** How many arguments it takes, 1 to 3. */
    public int arity() {
        return arity;
    }

    @Override
    public Value call(Value a) {
        return arity == 1 ? body.apply(a, a, a).force() : new Partial(this, a, null);
    }

    @Override
    public Value call(Value a, Value b) {
        return switch (arity) {
            case 1 -> Functions.call(call(a), b);
            case 2 -> body.apply(a, b, b).force();
            default -> new Partial(this, a, b);
        };
    }

    @Override
    public Value call(Value a, Value b, Value c) {
        return switch (arity) {
            case 1 -> Functions.call(call(a), b, c);
            case 2 -> Functions.call(call(a, b), c);
            default -> body.apply(a, b, c).force();
        };
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
