package dev.fairlead.nix.eval;

import dev.fairlead.nix.value.EvalException;
import org.jspecify.annotations.Nullable;

/** That evaluation was stopped from outside. Everything that is evaluated afterwards fails as the first did. */
final class Interruption {
    private final String reason;
    private @Nullable EvalException first;

    Interruption(String reason) {
        this.reason = reason;
    }

    String reason() {
        return reason;
    }

    /**
     * What to throw: a new exception each time, since exceptions collect what was being done, but with the place of the
     * first. Whoever reports failures by place then reports one.
     */
    synchronized EvalException failure() {
        var failure = new EvalException(EvalException.Kind.LIMIT, reason, first == null ? 0 : first.position());
        if (first == null) {
            first = failure;
        }
        return failure;
    }
}
