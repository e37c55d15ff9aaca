package dev.fairlead.nix.eval;

import dev.fairlead.nix.value.Value;
import org.jspecify.annotations.Nullable;

/** A literal, or a global variable: always the same cell. */
final class Constant extends Node {
    private final Value cell;

    Constant(Value cell, int position) {
        super(position);
        this.cell = cell;
    }

    @Override
    Value eval(Value[] frame) {
        return cell.force();
    }

    @Override
    Value delay(Value[] frame) {
        return cell;
    }

    @Override
    @Nullable
    Value peek(Value[] frame) {
        return cell.isForced() ? cell.force() : null;
    }
}
