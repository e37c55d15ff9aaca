package dev.fairlead.fleet.declare.merge;

import dev.fairlead.nix.value.Symbol;
import org.jspecify.annotations.Nullable;

/** How the definitions of one path merge. */
public interface MergeRule {
    /** Sets by key, lists one after the other; anything else must be equal. */
    MergeRule DATA = new Fixed(false, false);

    /** As {@link #DATA}, but a function is one of context, and what it returns merges by the same rule. */
    MergeRule FACET = new Fixed(false, true);

    /** Definitions are modules, to be merged by those who know what for: several stay several. */
    MergeRule MODULES = new Fixed(true, false);

    /** The rule for an attribute of the set at this path. */
    MergeRule child(Symbol name);

    /** True if definitions are left as they are; see {@link #MODULES}. */
    boolean keepsModules();

    /** True if a function stands for what it returns. */
    boolean looksThroughFunctions();

    /** The path of the aspect that is defined here, or null. */
    @Nullable
    String aspect();

    /** A rule that holds for a path and, but for functions, for all below it. */
    record Fixed(boolean keepsModules, boolean looksThroughFunctions) implements MergeRule {
        @Override
        public MergeRule child(Symbol name) {
            return keepsModules ? MODULES : DATA;
        }

        @Override
        public @Nullable String aspect() {
            return null;
        }
    }
}
