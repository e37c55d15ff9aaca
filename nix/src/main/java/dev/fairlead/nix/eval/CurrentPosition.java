package dev.fairlead.nix.eval;

import dev.fairlead.nix.value.Value;

/** {@code __curPos}. */
final class CurrentPosition extends Node {
    CurrentPosition(int position) {
        super(position);
    }

    @Override
    Value eval(Value[] frame) {
        return Positions.value(position);
    }
}
