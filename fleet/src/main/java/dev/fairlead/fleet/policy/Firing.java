package dev.fairlead.fleet.policy;

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
        @Nullable Place location) {

    /** What a rule changed. */
    public static Firing of(Change change) {
        String action = switch (change) {
            case Change.Include _ -> "include";
            case Change.Exclude _ -> "exclude";
            case Change.Tag _ -> "tag";
            case Change.Require _ -> "require";
            case Change.Provide _ -> "provide";
            case Change.Bind _ -> "bind";
            case Change.Assign _ -> "set";
            case Change.Allocate _ -> "allocate";
            case Change.Backend _ -> "backend";
        };
        String what = switch (change) {
            case Change.Include include -> include.aspect();
            case Change.Exclude exclude -> exclude.aspect();
            case Change.Tag tag -> tag.tag();
            case Change.Require require -> require.capability();
            case Change.Provide provide -> provide.capability();
            case Change.Bind bind -> bind.capability() + " to " + bind.service();
            case Change.Assign assign -> assign.path();
            case Change.Allocate allocate -> allocate.port() + " = " + allocate.number();
            case Change.Backend backend -> backend.of() + " = " + backend.backend();
        };
        Because because = change.because();
        return new Firing(because.rule(), because.fact(), action, change.target(), what, because.place());
    }
}
