package dev.fairlead.fleet.deploy;

import dev.fairlead.fleet.declare.Declarations.ScopeDeclaration;
import dev.fairlead.fleet.finding.Place;
import dev.fairlead.nix.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * An include still to be followed.
 *
 * @param value what is included: an aspect, its path, a function, or {@code { aspect; instance; settings; }}
 * @param by who includes, as {@link dev.fairlead.fleet.resolution.Resolution.Inclusion#by} says it
 * @param subject the id that findings are about
 * @param includer the service that includes, if it is one
 * @param inlineName what the aspect is called if it is an inline one
 * @param inlineDepth how many inline aspects and instances lie around it, one in the other
 * @param scope where the aspect is to be deployed
 */
record Include(
        Value value,
        @Nullable Place place,
        String by,
        String subject,
        @Nullable DeployedService includer,
        String inlineName,
        int inlineDepth,
        ScopeDeclaration scope) {

    /** An include that is written at a scope. */
    static Include of(
            Value value, @Nullable Place place, ScopeDeclaration from, String inlineName, ScopeDeclaration scope) {
        return new Include(value, place, from.id(), from.id(), null, inlineName, 0, scope);
    }

    /** The same, brought by something else. */
    Include by(String other) {
        return new Include(value, place, other, subject, includer, inlineName, inlineDepth, scope);
    }

    Include with(Value other) {
        return new Include(other, place, by, subject, includer, inlineName, inlineDepth, scope);
    }

    /** The same, for an aspect that this include makes and may make again. */
    Include made() {
        return new Include(value, place, by, subject, includer, inlineName, inlineDepth + 1, scope);
    }

    /** The same, for an aspect that there is once. */
    Include named() {
        return new Include(value, place, by, subject, includer, inlineName, 0, scope);
    }

    Include in(ScopeDeclaration other) {
        return new Include(value, place, by, subject, includer, inlineName, inlineDepth, other);
    }
}
