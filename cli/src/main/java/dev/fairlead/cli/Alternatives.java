package dev.fairlead.cli;

import dev.fairlead.fleet.declare.Changes;
import dev.fairlead.fleet.resolution.Resolution;
import dev.fairlead.nix.value.Value;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A fleet, and what it would be if something were otherwise. */
interface Alternatives {
    /** The fleet as it is written. */
    Fleet fleet();

    /** The fleet with changes; reads no file again. */
    Resolution with(Changes changes);

    /**
     * The value of a Nix expression.
     *
     * @throws dev.fairlead.cli.args.UsageException if it has none
     */
    Value value(String expression);

    /**
     * Gives up what is being computed of the fleet, with a reason that ends a sentence. Nothing more can be computed of it
     * then. May be called by any thread.
     */
    void stop(String reason);

    /** Why nothing more can be computed of the fleet: it was stopped, or memory ran out; null if something can. */
    @Nullable
    String stopped();

    /** The names of the routed classes of the fleet. */
    Set<String> classes();

    /** The names of the backends of the fleet. */
    Set<String> backends();
}
