package dev.fairlead.fleet.declare.merge;

import dev.fairlead.nix.value.EvalException;

/**
 * A path was read that no definition is left for: all were conditional. As with {@code lib.types.lazyAttrsOf}, its name
 * is known, since finding out would compute what a set's readers may not need.
 */
public final class UndefinedException extends EvalException {
    private static final long serialVersionUID = 1L;

    UndefinedException(AttrPath path, int position) {
        super(
                Kind.MISSING_ATTRIBUTE,
                path + " is not defined, as the conditions of its definitions are false",
                position);
    }
}
