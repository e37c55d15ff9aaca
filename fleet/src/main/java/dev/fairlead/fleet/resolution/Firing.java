package dev.fairlead.fleet.resolution;

import dev.fairlead.fleet.finding.Place;
import org.jspecify.annotations.Nullable;

/**
 * One action that a rule asked for when it fired on a fact.
 *
 * @param rule the name of the rule
 * @param fact the id of the fact
 * @param action how the rule says what it does: {@code include}, {@code error}, ...
 * @param target the id of the scope or service that is changed, or that the finding is about
 * @param what an aspect, a tag, a capability, a setting, a port, a class or a message, as the action has it
 * @param location where the rule is written
 */
public record Firing(
        String rule,
        String fact,
        String action,
        String target,
        String what,
        @Nullable Place location) {}
