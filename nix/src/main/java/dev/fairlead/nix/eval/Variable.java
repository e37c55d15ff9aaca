package dev.fairlead.nix.eval;

import dev.fairlead.nix.value.Value;
import org.jspecify.annotations.Nullable;

/** A variable that a function, {@code let} or {@code rec} binds: a slot of the frame some functions further out. */
final class Variable extends Node {
    private final int depth;
    private final int slot;

    /** @param depth how many functions lie between the variable and what binds it */
    Variable(int depth, int slot, int position) {
        super(position);
        this.depth = depth;
        this.slot = slot;
    }

    /** The frame {@code depth} functions further out. */
    static Value[] frame(Value[] frame, int depth) {
        Value[] found = frame;
        for (int i = depth; i > 0; i--) {
            found = ((Closure) found[0]).scope;
        }
        return found;
    }

    @Override
    Value eval(Value[] frame) {
        return frame(frame, depth)[slot].force();
    }

    @Override
    Value delay(Value[] frame) {
        @Nullable Value cell = frame(frame, depth)[slot];
        // A variable of let or rec may be asked for before it is bound: let a = b; b = 1; in a
        return cell != null ? cell : new Thunk(this, frame);
    }

    @Override
    @Nullable
    Value peek(Value[] frame) {
        @Nullable Value cell = frame(frame, depth)[slot];
        return cell != null && cell.isForced() ? cell.force() : null;
    }
}
