package dev.fairlead.nix;

import dev.fairlead.nix.builtin.Builtins;
import dev.fairlead.nix.eval.Evaluator;
import dev.fairlead.nix.eval.Options;

/** The way into the language. */
public final class Nix {
    private Nix() {}

    /** An evaluator whose programs have all builtins. */
    public static Evaluator evaluator(Options options) {
        return new Evaluator(options, Builtins::globals);
    }
}
