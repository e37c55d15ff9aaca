package dev.fairlead.fleet.require;

import dev.fairlead.fleet.resolve.GoldenFleets;

/** The fleets in {@code resources/require}: what requirements are bound to, and what is said of those that are not. */
final class ResolvedRequirementsTest extends GoldenFleets {
    ResolvedRequirementsTest() {
        super("require");
    }
}
