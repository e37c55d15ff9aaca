package dev.fairlead.nix.eval;

import dev.fairlead.nix.value.Value;

/** Fills slots of the frame, each with a delayed expression, and goes on with a body. */
final class Let extends Node {
    private final int[] slots;
    private final Node[] values;
    private final Node body;

    /** @param slots the slot of each value; no two are the same */
    Let(int[] slots, Node[] values, Node body, int position) {
        super(position);
        this.slots = slots;
        this.values = values;
        this.body = body;
    }

    @Override
    Value eval(Value[] frame) {
        for (int i = 0; i < slots.length; i++) {
            frame[slots[i]] = values[i].cell(frame);
        }
        return body.value(frame);
    }
}
