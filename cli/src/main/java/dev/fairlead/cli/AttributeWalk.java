package dev.fairlead.cli;

import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.value.AttrsBuilder;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.EvalException;
import dev.fairlead.nix.value.Formals;
import dev.fairlead.nix.value.FunctionValue;
import dev.fairlead.nix.value.ListValue;
import dev.fairlead.nix.value.Symbol;
import dev.fairlead.nix.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Goes from a value to one inside it, as {@code nix-instantiate -A} does: functions of sets that are met on the way are
 * called with the arguments of the command line, and items of lists are named by their index.
 */
public final class AttributeWalk {
    private final AttrsValue arguments;

    public AttributeWalk(AttrsValue arguments) {
        this.arguments = arguments;
    }

    /**
     * The value at the end of a path.
     *
     * @param path such as {@code a."b.c".0}; null for the value itself
     * @throws EvalException if there is nothing, or the evaluation fails
     */
    public Value along(@Nullable String path, Value start) {
        Value value = start;
        if (path != null && !path.isEmpty()) {
            for (String name : names(path)) {
                value = step(call(value.force()), Bytes.encode(name), path);
            }
        }
        // As Nix does: a function at the end is what was asked for, unless there is something to call it with.
        return arguments.size() == 0 ? value : call(value.force());
    }

    private static Value step(Value value, String name, String path) {
        switch (value) {
            case ListValue list -> {
                int index = index(name);
                if (index >= 0 && index < list.size()) {
                    return list.get(index).force();
                }
            }
            case AttrsValue set -> {
                Value attribute = set.get(name);
                if (attribute != null) {
                    return attribute.force();
                }
            }
            default ->
                throw EvalException.type("the expression selected by the selection path '" + Bytes.encode(path)
                        + "' should be a set or a list but is " + value.type().description());
        }
        throw new EvalException(
                EvalException.Kind.MISSING_ATTRIBUTE,
                "attribute '" + name + "' in selection path '" + Bytes.encode(path) + "' not found");
    }

    private static int index(String name) {
        try {
            return Integer.parseInt(name);
        } catch (NumberFormatException noIndex) {
            return -1;
        }
    }

    /** The result of a function that takes a set, else the value itself. */
    private Value call(Value value) {
        if (!(value instanceof FunctionValue function)) {
            return value;
        }
        Formals formals = function.formals();
        if (formals == null) {
            return value;
        }
        if (formals.ellipsis()) {
            return function.call(arguments);
        }
        AttrsBuilder wanted = new AttrsBuilder(formals.formals().size());
        for (Formals.Formal formal : formals.formals()) {
            Symbol name = formal.name();
            Value given = arguments.get(name);
            if (given != null) {
                wanted.add(name, given);
            }
        }
        return function.call(wanted.build());
    }

    /** The names of a path: parts between dots, or in double quotes. */
    private static List<String> names(String path) {
        List<String> names = new ArrayList<>();
        StringBuilder name = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == '.' && !quoted) {
                names.add(name.toString());
                name.setLength(0);
            } else {
                name.append(c);
            }
        }
        names.add(name.toString());
        return names;
    }
}
