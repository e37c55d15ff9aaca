package dev.fairlead.fleet.rule;

import dev.fairlead.fleet.finding.Place;
import dev.fairlead.nix.value.Value;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A rule as it is written.
 *
 * @param kinds of facts it runs on; empty for all
 * @param condition must hold of the fact; null if it always does
 * @param nac must not hold of the fact; null if it never does
 * @param produce a function of the fact that gives actions, or actions
 * @param overrides the names of rules that do not fire on a fact that this one matches
 * @param exclusive whether rules of lower priority do not fire on a fact that this one fires on
 * @param group the name of the group it wants to be in, or null
 * @param shipped whether it comes with Fairlead, and so reports findings with ids of their own
 */
record Rule(
        String name,
        Set<String> kinds,
        @Nullable Condition condition,
        @Nullable Condition nac,
        Value produce,
        int priority,
        Set<String> overrides,
        boolean exclusive,
        @Nullable String group,
        boolean shipped,
        @Nullable Place place) {
    Rule {
        kinds = Set.copyOf(kinds);
        overrides = Set.copyOf(overrides);
    }

    boolean runsOn(String kind) {
        return kinds.isEmpty() || kinds.contains(kind);
    }

    /** Rules are told apart by their names. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Rule rule && name.equals(rule.name) && shipped == rule.shipped;
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return "rule:" + name;
    }
}
