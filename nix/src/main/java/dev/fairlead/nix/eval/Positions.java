package dev.fairlead.nix.eval;

import dev.fairlead.nix.syntax.Location;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.IntValue;
import dev.fairlead.nix.value.NullValue;
import dev.fairlead.nix.value.Shape;
import dev.fairlead.nix.value.StringValue;
import dev.fairlead.nix.value.Symbol;
import dev.fairlead.nix.value.Value;

/** Positions as programs see them. */
public final class Positions {
    private static final Shape SHAPE =
            Shape.ofSorted(new Symbol[] {Symbol.of("column"), Symbol.of("file"), Symbol.of("line")});

    private Positions() {}

    /** {@code { column, file, line }} of a position, or {@code null} if that is not in a file. */
    public static Value value(int position) {
        Location place = Evaluator.current().sources().locate(position);
        if (place == null || !place.file().startsWith("/")) {
            return NullValue.NULL;
        }
        Value[] cells = {
            IntValue.of(place.column()), new StringValue(place.file()), IntValue.of(place.line()),
        };
        return new AttrsValue(SHAPE, cells, null);
    }
}
