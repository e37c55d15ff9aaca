package dev.fairlead.nix.builtin;

import dev.fairlead.nix.eval.Evaluator;
import dev.fairlead.nix.syntax.Location;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.Expect;
import dev.fairlead.nix.value.IntValue;
import dev.fairlead.nix.value.NullValue;
import dev.fairlead.nix.value.Shape;
import dev.fairlead.nix.value.StringValue;
import dev.fairlead.nix.value.Symbol;
import dev.fairlead.nix.value.Value;

/** {@code unsafeGetAttrPos}: where an attribute was defined, or null if that is not in a file. */
final class AttrPosition {
    private static final Shape POSITION =
            Shape.ofSorted(new Symbol[] {Symbol.of("column"), Symbol.of("file"), Symbol.of("line")});

    private AttrPosition() {}

    static void register(Registry registry) {
        registry.add(Builtin.of("unsafeGetAttrPos", AttrPosition::unsafeGetAttrPos));
    }

    private static Value unsafeGetAttrPos(Value name, Value set) {
        String text = Expect.stringWithoutContext(
                name, "while evaluating the first argument passed to builtins.unsafeGetAttrPos");
        AttrsValue attrs =
                Expect.attrs(set, "while evaluating the second argument passed to builtins.unsafeGetAttrPos");
        Location place = Evaluator.current().sources().locate(attrs.position(Symbol.of(text)));
        if (place == null || !place.file().startsWith("/")) {
            return NullValue.NULL;
        }
        return new AttrsValue(
                POSITION,
                new Value[] {IntValue.of(place.column()), new StringValue(place.file()), IntValue.of(place.line())},
                null);
    }
}
