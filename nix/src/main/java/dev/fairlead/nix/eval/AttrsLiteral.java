package dev.fairlead.nix.eval;

import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.Shape;
import dev.fairlead.nix.value.Value;

/** A set whose names are all known: every set that is made here has the same shape and shares its positions. */
final class AttrsLiteral extends Node {
    private final Shape shape;
    private final Node[] values;
    private final int[] positions;

    /** @param values in the order of {@code shape}, as are {@code positions} */
    AttrsLiteral(Shape shape, Node[] values, int[] positions, int position) {
        super(position);
        this.shape = shape;
        this.values = values;
        this.positions = positions;
    }

    @Override
    AttrsValue eval(Value[] frame) {
        Value[] cells = new Value[values.length];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = values[i].cell(frame);
        }
        return new AttrsValue(shape, cells, positions);
    }
}
