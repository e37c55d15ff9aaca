package dev.fairlead.nix.value;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/** Forces values with everything in them. */
public final class Strictness {
    private final Set<Value> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private Strictness() {}

    /**
     * Forces a value and all its parts; cyclic values are fine. Lists and sets are visited once.
     *
     * @throws EvalException if the evaluation of any part fails
     */
    public static void forceDeep(Value value) {
        new Strictness().visit(value);
    }

    private void visit(Value cell) {
        switch (cell.force()) {
            case ListValue list when list.size() > 0 && seen.add(list) -> visitItems(list);
            case AttrsValue set when set.size() > 0 && seen.add(set) -> visitAttrs(set);
            default -> {}
        }
    }

    private void visitItems(ListValue list) {
        for (int i = 0; i < list.size(); i++) {
            try {
                visit(list.get(i));
            } catch (EvalException e) {
                throw e.during(list.position(i), "while evaluating list element at index " + i);
            }
        }
    }

    private void visitAttrs(AttrsValue set) {
        for (int i = 0; i < set.size(); i++) {
            try {
                visit(set.value(i));
            } catch (EvalException e) {
                throw e.during(set.position(i), "while evaluating the attribute '" + set.name(i) + "'");
            }
        }
    }
}
