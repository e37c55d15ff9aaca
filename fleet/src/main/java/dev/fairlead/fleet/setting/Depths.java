package dev.fairlead.fleet.setting;

import dev.fairlead.fleet.declare.merge.UndefinedException;
import dev.fairlead.nix.syntax.SyntaxException;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.Equality;
import dev.fairlead.nix.value.EvalException;
import dev.fairlead.nix.value.ListValue;
import dev.fairlead.nix.value.Value;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.function.Consumer;

/** Forces a value to the bottom, and tells of each part that fails; the others are forced all the same. */
final class Depths {
    private static final int MAX_DEPTH = 500;
    private static final int MAX_VALUES = 200_000;

    private final Consumer<RuntimeException> failed;
    private final Consumer<Contract.Held> unsound;
    private final Set<Value> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private int depth;
    private int failures;

    /**
     * @param failed takes each failure
     * @param unsound takes each part held to a type in which something failed, after that
     */
    Depths(Consumer<RuntimeException> failed, Consumer<Contract.Held> unsound) {
        this.failed = failed;
        this.unsound = unsound;
    }

    /** Values that contain themselves, and what lies deeper than anybody writes, are left alone. */
    void force(Value cell) {
        int before = failures;
        visit(cell);
        if (failures > before && cell instanceof Contract.Held part) {
            unsound.accept(part);
        }
    }

    private void visit(Value cell) {
        Value value;
        try {
            value = cell.force();
        } catch (UndefinedException conditionsAreFalse) {
            return;
        } catch (EvalException | SyntaxException failure) {
            failures++;
            failed.accept(failure);
            return;
        }
        boolean container = value instanceof ListValue || value instanceof AttrsValue;
        if (!container || depth == MAX_DEPTH || seen.size() == MAX_VALUES || !seen.add(value)) {
            return;
        }
        depth++;
        if (value instanceof ListValue list) {
            for (Value item : list.items()) {
                force(item);
            }
        } else if (value instanceof AttrsValue set && !isDerivation(set)) {
            for (Value attribute : set.values()) {
                force(attribute);
            }
        }
        depth--;
    }

    private static boolean isDerivation(AttrsValue set) {
        try {
            return Equality.isDerivation(set);
        } catch (EvalException | SyntaxException failure) {
            return false; // met again as an attribute
        }
    }
}
