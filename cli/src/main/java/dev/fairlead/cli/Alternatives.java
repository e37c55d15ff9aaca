package dev.fairlead.cli;

import dev.fairlead.fleet.declare.Changes;
import dev.fairlead.fleet.resolution.Resolution;
import dev.fairlead.nix.value.Value;
import java.util.Set;

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

    /** The names of the routed classes of the fleet. */
    Set<String> classes();

    /** The names of the backends of the fleet. */
    Set<String> backends();
}
