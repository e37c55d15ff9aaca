package dev.fairlead.nix.eval;

import dev.fairlead.nix.value.Value;

/**
 * An expression that always gets a promise of its own. The variables of a set with {@code __overrides} need it: taking
 * the cell of another variable at once would miss that it is overridden.
 */
final class Delayed extends Node {
    private final Node node;

    Delayed(Node node) {
        super(node.position);
        this.node = node;
    }

    @Override
    Value eval(Value[] frame) {
        return node.value(frame);
    }

    @Override
    Value delay(Value[] frame) {
        return new Thunk(node, frame);
    }
}
