package dev.fairlead.nix.eval;

import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.EvalException;
import dev.fairlead.nix.value.Expect;
import dev.fairlead.nix.value.Value;

/** {@code with set; body}: the set is kept in a slot and looked at only for variables that nothing else binds. */
final class WithNode extends Node {
    private final Node set;
    private final int slot;
    private final Node body;

    WithNode(Node set, int slot, Node body, int position) {
        super(position);
        this.set = set;
        this.slot = slot;
        this.body = body;
    }

    @Override
    Value eval(Value[] frame) {
        frame[slot] = set.cell(frame);
        return body.value(frame);
    }

    /** The set in the cell of a {@code with}. */
    static AttrsValue scope(Value cell, int position) {
        try {
            Value value = cell.force();
            if (value instanceof AttrsValue attrs) {
                return attrs;
            }
            throw Expect.wrong("a set", value);
        } catch (EvalException e) {
            throw e.at(position).during(position, "while evaluating the first subexpression of a with expression");
        }
    }
}
