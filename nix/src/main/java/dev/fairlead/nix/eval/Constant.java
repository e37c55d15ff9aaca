package dev.fairlead.nix.eval;

import dev.fairlead.nix.value.Promise;
import dev.fairlead.nix.value.Value;
import org.jspecify.annotations.Nullable;

/** A literal, or a global variable: always the same cell. */
final class Constant extends Node {
    private final Value cell;

    private Constant(Value cell, int position) {
        super(position);
        this.cell = cell;
    }

    /** The node of a cell, which may be a promise. */
    static Node of(Value cell, int position) {
        return cell instanceof Promise ? new Promised(cell, position) : new Constant(cell, position);
    }

    @Override
    Value eval(Value[] frame) {
        return cell;
    }

    @Override
    Value delay(Value[] frame) {
        return cell;
    }

    @Override
    Value peek(Value[] frame) {
        return cell;
    }

    /** A cell that is, or was, a promise. */
    private static final class Promised extends Node {
        private final Value cell;

        Promised(Value cell, int position) {
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
}
