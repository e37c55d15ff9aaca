package dev.fairlead.fleet.rule;

import dev.fairlead.fleet.resolve.GoldenFleets;

/** The fleets in {@code resources/rule}: what rules ask for, of which facts, and what is said of wrong ones. */
final class ResolvedRulesTest extends GoldenFleets {
    ResolvedRulesTest() {
        super("rule");
    }
}
