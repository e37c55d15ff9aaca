package dev.fairlead.fleet.deploy;

import dev.fairlead.fleet.setting.ModuleContext;
import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.Deferred;
import dev.fairlead.nix.value.Formals;
import dev.fairlead.nix.value.Formals.Formal;
import dev.fairlead.nix.value.FunctionValue;
import dev.fairlead.nix.value.Value;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What functions of the fleet may ask for in one scope, by argument name: {@code host}, {@code environment},
 * {@code lib} and so on. The shape of a function's arguments is its condition: one that asks for more is not called.
 */
public final class Context implements ModuleContext {
    /** How often the result of a function may be a function again. */
    private static final int MOST_CALLS = 100;

    /** Where nothing is known. */
    public static final Context NOWHERE = new Context(Map.of());

    private final SortedMap<String, Value> known;
    private @Nullable AttrsValue everything;

    /** A context that knows these arguments and no others. */
    public static Context of(Map<String, Value> known) {
        return new Context(known);
    }

    Context(Map<String, Value> known) {
        this.known = new TreeMap<>(known);
    }

    /** The same, and one more argument. */
    @Override
    public Context with(String name, Value value) {
        var more = new TreeMap<>(known);
        more.put(name, value);
        return new Context(more);
    }

    /** The same, and more arguments. */
    public Context with(Map<String, Value> others) {
        var more = new TreeMap<>(known);
        more.putAll(others);
        return new Context(more);
    }

    /** The names of all arguments that this scope knows. */
    public Set<String> names() {
        return Collections.unmodifiableSet(known.keySet());
    }

    /** An argument, a cell, or null if this scope does not know it. */
    public @Nullable Value argument(String name) {
        return known.get(name);
    }

    /** The first required argument of a function that this scope does not know, or null if it can be called. */
    @Override
    public @Nullable String lacking(FunctionValue function) {
        Formals formals = function.formals();
        if (formals != null) {
            for (Formal formal : formals.formals()) {
                String name = Bytes.decode(formal.name().name());
                if (!formal.optional() && !known.containsKey(name)) {
                    return name;
                }
            }
        }
        return null;
    }

    /** True if the function takes a set apart that must have an attribute of this name. */
    static boolean requires(FunctionValue function, String argument) {
        Formals formals = function.formals();
        return formals != null
                && formals.formals().stream()
                        .anyMatch(f -> !f.optional() && f.name().name().equals(argument));
    }

    /**
     * The function's result here, in weak head normal form.
     *
     * @throws dev.fairlead.nix.value.EvalException if its evaluation fails
     */
    @Override
    public Value call(FunctionValue function) {
        Formals formals = function.formals();
        if (formals == null || formals.ellipsis()) {
            return function.call(everything());
        }
        var asked = new TreeMap<String, Value>();
        for (Formal formal : formals.formals()) {
            String name = Bytes.decode(formal.name().name());
            Value value = known.get(name);
            if (value != null) {
                asked.put(name, value);
            }
        }
        return function.call(AttrSets.of(asked));
    }

    /**
     * What a cell holds, as a promise; a function of context is called then, if this scope can call it. Other functions
     * are values like any other.
     */
    public Value applied(Value cell) {
        if (cell.isForced() && !(cell.force() instanceof FunctionValue)) {
            return cell;
        }
        return new Deferred(() -> {
            Value value = cell.force();
            return value instanceof FunctionValue function && function.formals() != null && lacking(function) == null
                    ? call(function)
                    : value;
        });
    }

    /**
     * A cell's value, a function of context called with what is known here as often as it gives another.
     *
     * @throws dev.fairlead.nix.value.EvalException if its evaluation fails
     */
    public Value resolve(Value cell) {
        Value value = cell.force();
        for (int calls = 0; value instanceof FunctionValue function && calls < MOST_CALLS; calls++) {
            if (lacking(function) != null) {
                return value;
            }
            value = call(function);
        }
        return value;
    }

    private AttrsValue everything() {
        AttrsValue set = everything;
        if (set == null) {
            set = AttrSets.of(known);
            everything = set;
        }
        return set;
    }
}
