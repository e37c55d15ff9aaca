package dev.fairlead.fleet.deploy;

import dev.fairlead.fleet.finding.Place;
import dev.fairlead.nix.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A facet as it is written: a cell, perhaps a function of context, to be read with a {@link FacetReader}.
 *
 * @param position where the evaluator found its definition, or 0
 */
public record Written(Value cell, int position, @Nullable Place location) {}
