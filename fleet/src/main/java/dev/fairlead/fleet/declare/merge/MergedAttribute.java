package dev.fairlead.fleet.declare.merge;

import dev.fairlead.nix.value.Promise;
import dev.fairlead.nix.value.Value;
import org.jspecify.annotations.Nullable;

/** The promise of an attribute of a merged set. Kept small: there is one for each attribute of a fleet that is read. */
final class MergedAttribute extends Promise {
    /** Null while the attribute is computed, and after. */
    private @Nullable MergedSet set;

    /** The index of the attribute in the set; once it is computed, where it is from. */
    private int at;

    MergedAttribute(MergedSet set, int index) {
        this.set = set;
        this.at = index;
    }

    /** Where the definition is written that it has its value from, or 0 if that is not known. */
    int position() {
        return isForced() ? at : 0;
    }

    @Override
    protected Value compute() {
        MergedSet source = set;
        if (source == null) {
            throw infiniteRecursion();
        }
        set = null;
        try {
            Definition merged = source.attribute(at);
            at = merged.position();
            return merged.value().force(); // here, as what is defined may fail too
        } catch (Throwable failure) {
            set = source;
            throw failure;
        }
    }
}
