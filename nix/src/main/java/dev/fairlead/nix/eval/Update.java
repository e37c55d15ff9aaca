package dev.fairlead.nix.eval;

import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.Shape;
import dev.fairlead.nix.value.Value;
import org.jspecify.annotations.Nullable;

/** {@code left // right}. As in Nix, the right operand is evaluated first. */
final class Update extends Node {
    private final Node left;
    private final Node right;
    private @Nullable Merge last;

    Update(Node left, Node right, int position) {
        super(position);
        this.left = left;
        this.right = right;
    }

    @Override
    Value eval(Value[] frame) {
        AttrsValue b = right.attrs(frame, "in the right operand of '//'");
        AttrsValue a = left.attrs(frame, "in the left operand of '//'");
        if (a.size() == 0) {
            return b;
        }
        if (b.size() == 0) {
            return a;
        }
        return merge(a.shape(), b.shape()).apply(a, b);
    }

    private Merge merge(Shape a, Shape b) {
        Merge known = last;
        if (known == null || !known.fits(a, b)) {
            known = Merge.of(a, b);
            last = known;
        }
        return known;
    }
}
