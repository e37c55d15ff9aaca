package dev.fairlead.nix.eval;

import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.BoolValue;
import dev.fairlead.nix.value.EvalException;
import dev.fairlead.nix.value.Symbol;
import dev.fairlead.nix.value.Value;

/** {@code subject ? path}. */
final class Presence extends Node {
    private final Node subject;
    private final AttrPath path;

    Presence(Node subject, AttrPath path, int position) {
        super(position);
        this.subject = subject;
        this.path = path;
    }

    @Override
    Value eval(Value[] frame) {
        Value value;
        try {
            value = subject.value(frame);
        } catch (EvalException e) {
            throw e.during(subject.position, "in the argument of '?'");
        }
        for (int i = 0; ; i++) {
            Symbol name = path.name(i, frame);
            int index = value instanceof AttrsValue set ? path.find(i, name, set.shape()) : -1;
            if (index < 0) {
                return BoolValue.FALSE;
            }
            if (i + 1 == path.length()) {
                return BoolValue.TRUE;
            }
            value = ((AttrsValue) value).value(index).force();
        }
    }
}
