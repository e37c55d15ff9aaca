package dev.fairlead.fleet.declare.merge;

import dev.fairlead.nix.value.Promise;
import dev.fairlead.nix.value.Value;
import org.jspecify.annotations.Nullable;

/** The promise of an attribute of a merged set. Kept small: there is one for each attribute of a fleet that is read. */
final class MergedAttribute extends Promise {
    /** Null while the attribute is computed, and after. */
    private @Nullable MergedSet set;

    private final int index;

    MergedAttribute(MergedSet set, int index) {
        this.set = set;
        this.index = index;
    }

    @Override
    protected Value compute() {
        MergedSet source = set;
        if (source == null) {
            throw infiniteRecursion();
        }
        set = null;
        try {
            return source.attribute(index);
        } catch (Throwable failure) {
            set = source;
            throw failure;
        }
    }
}
