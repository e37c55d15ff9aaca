package dev.fairlead.fleet.resolve;

import dev.fairlead.nix.syntax.SyntaxException;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.EvalException;
import dev.fairlead.nix.value.FunctionValue;
import dev.fairlead.nix.value.ListValue;
import dev.fairlead.nix.value.Value;
import java.util.IdentityHashMap;
import java.util.Optional;

/** Copies values with everything in them computed, so that the copies hold on to nothing else; each part once. */
final class SettledValue {
    /** What is deeper is rare, and may contain itself. */
    private static final int MAX_DEPTH = 40;

    private final IdentityHashMap<Value, Optional<Value>> copies = new IdentityHashMap<>();

    /** The copy, positions included; nothing if the value has a function, fails, or is very deep. */
    Optional<Value> of(Value cell) {
        return of(cell, 0);
    }

    private Optional<Value> of(Value cell, int depth) {
        Value value;
        try {
            value = cell.force();
        } catch (EvalException | SyntaxException failure) {
            return Optional.empty();
        }
        Optional<Value> known = copies.get(value);
        if (known == null) {
            known = copy(value, depth);
            copies.put(value, known);
        }
        return known;
    }

    private Optional<Value> copy(Value value, int depth) {
        return switch (value) {
            case FunctionValue _ -> Optional.empty();
            case ListValue list -> parts(list.items(), depth).map(items -> new ListValue(items, list.positions()));
            case AttrsValue attrs ->
                parts(attrs.values(), depth).map(parts -> new AttrsValue(attrs.shape(), parts, attrs.positions()));
            default -> Optional.of(value);
        };
    }

    private Optional<Value[]> parts(Value[] cells, int depth) {
        var parts = new Value[cells.length];
        for (int i = 0; i < cells.length; i++) {
            Optional<Value> part = depth == MAX_DEPTH ? Optional.empty() : of(cells[i], depth + 1);
            if (part.isEmpty()) {
                return Optional.empty();
            }
            parts[i] = part.get();
        }
        return Optional.of(parts);
    }
}
