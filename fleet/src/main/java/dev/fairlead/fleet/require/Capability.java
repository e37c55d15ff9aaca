package dev.fairlead.fleet.require;

import dev.fairlead.fleet.declare.AspectTree;
import dev.fairlead.fleet.deploy.DeployedService;
import dev.fairlead.fleet.deploy.Meta.Require;

/**
 * What a requirement asks for.
 *
 * @param name the name that providers declare
 * @param aspectOnly true if only the aspect of that name will do
 * @param id how findings call it: {@code service:<name>} if an aspect has the name, else {@code capability:<name>}
 */
record Capability(String name, boolean aspectOnly, String id) {
    static Capability of(Require require, AspectTree aspects) {
        boolean isAspect = require.aspectOnly() || aspects.find(require.capability()) != null;
        String id = (isAspect ? "service:" : "capability:") + require.capability();
        return new Capability(require.capability(), require.aspectOnly(), id);
    }

    /** Whether a service that declares the name is what was asked for. */
    boolean admits(DeployedService provider) {
        return !aspectOnly || provider.aspect().equals(name);
    }
}
