package dev.fairlead.nix.eval;

import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.Symbol;
import dev.fairlead.nix.value.Value;

/**
 * A recursive set with an attribute {@code __overrides}: the attributes of that set replace those of the recursive one,
 * also where its expressions refer to them.
 */
final class Overrides extends Node {
    private final Node set;
    private final Node overrides;
    private final Symbol[] names;
    private final int[] slots;

    /**
     * @param set evaluates to the set itself
     * @param overrides its attribute {@code __overrides}
     * @param names all attributes of the set, each in the slot of the same index
     */
    Overrides(Node set, Node overrides, Symbol[] names, int[] slots, int position) {
        super(position);
        this.set = set;
        this.overrides = overrides;
        this.names = names;
        this.slots = slots;
    }

    @Override
    Value eval(Value[] frame) {
        AttrsValue original = (AttrsValue) set.value(frame);
        AttrsValue replacing = overrides.attrs(frame, "while evaluating the `__overrides` attribute");
        for (int i = 0; i < names.length; i++) {
            Value cell = replacing.get(names[i]);
            if (cell != null) {
                frame[slots[i]] = cell;
            }
        }
        return Merge.of(original.shape(), replacing.shape()).apply(original, replacing);
    }
}
