package dev.fairlead.fleet.declare;

import dev.fairlead.nix.value.AttrsValue;

/**
 * What functions of a fleet may ask for wherever they stand.
 *
 * @param den the merged {@code den}
 * @param fleet what {@code fleet} answers
 */
public record Globals(AttrsValue den, FleetQueries fleet) {}
