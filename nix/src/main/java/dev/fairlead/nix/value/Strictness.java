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
        Value forced = cell.force();
        if (forced instanceof ListValue list && list.size() > 0 && seen.add(list)) {
            visitItems(list);
        } else if (forced instanceof AttrsValue set && set.size() > 0 && seen.add(set)) {
            visitAttrs(set);
        }
    }

    private void visitItems(ListValue list) {
        int index = 0;
        CallDepth.enter();
        try {
            for (; index < list.size(); index++) {
                visit(list.get(index));
            }
        } catch (EvalException e) {
            throw e.during(list.position(index), "while evaluating list element at index " + index);
        } finally {
            CallDepth.leave();
        }
    }

    private void visitAttrs(AttrsValue set) {
        int index = 0;
        CallDepth.enter();
        try {
            for (; index < set.size(); index++) {
                visit(set.value(index));
            }
        } catch (EvalException e) {
            throw e.during(set.position(index), "while evaluating the attribute '" + set.name(index) + "'");
        } finally {
            CallDepth.leave();
        }
    }
}
