package dev.fairlead.fleet.policy;

import dev.fairlead.fleet.finding.Place;
import org.jspecify.annotations.Nullable;

/**
 * Why something is changed: the rule, and the fact it fired on.
 *
 * @param rule the name of the rule
 * @param priority of the rule; the higher wins where two changes exclude each other
 * @param fact the id of the fact
 * @param place where the rule is written
 */
public record Because(
        String rule, int priority, String fact, @Nullable Place place) {

    /** What the change is attributed to where a scope's id would stand otherwise: {@code rule:<name>}. */
    public String layer() {
        return "rule:" + rule;
    }
}
