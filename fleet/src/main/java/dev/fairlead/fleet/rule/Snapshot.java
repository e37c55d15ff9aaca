package dev.fairlead.fleet.rule;

import dev.fairlead.fleet.declare.Declarations;
import dev.fairlead.fleet.deploy.DeployedService;
import dev.fairlead.fleet.deploy.Facts;
import dev.fairlead.fleet.policy.Policy;
import dev.fairlead.fleet.require.Outcome;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A fleet under one policy, as far as somebody asks for it: the more is asked, the more strata must run. */
public interface Snapshot {
    Policy policy();

    /** What the fleet declares, and the policy says of its scopes. */
    Declarations declarations();

    /** The scopes as selectors see them, with nothing deployed: no rule about scopes waits for services. */
    Facts scopes();

    /** The scopes and services as selectors see them. */
    Facts facts();

    /** All services, by id. */
    List<DeployedService> services();

    Outcome outcome();

    /**
     * Facts of kinds that later strata know, by kind: {@code port}, {@code channel-item} and so on. Each is asked for at
     * most once, and only if a rule asks for the kind.
     */
    Map<String, Function<World, List<RuleFact>>> further();
}
