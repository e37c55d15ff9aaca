package dev.fairlead.fleet.claim;

import dev.fairlead.fleet.finding.Place;
import org.jspecify.annotations.Nullable;

/**
 * A claim and where its number comes from.
 *
 * @param layer the layer of the one setting that was read to compute the number, or null
 * @param setting the path of that setting, or null
 * @param location where that layer says it, else where the port is declared
 */
record Located(
        Claim claim,
        @Nullable String layer,
        @Nullable String setting,
        @Nullable Place location) {}
