package dev.fairlead.fleet.resolve;

import dev.fairlead.fleet.channel.Emission;
import dev.fairlead.fleet.declare.Declarations.ScopeDeclaration;
import dev.fairlead.fleet.deploy.DeployedService;
import java.util.List;
import java.util.Map;

/**
 * A host as others see it: all there is of it while a part of the fleet is resolved that looks at it and that it is not in.
 * Nothing of it is left to compute, so it keeps nothing alive of the fleet that it was seen in.
 *
 * @param scopes the host and its users, without what is said on them
 * @param services with what they provide, and nothing else
 * @param emissions what they put into channels
 * @param waves in which wave of the plan each service is, by its id
 */
public record Guest(
        List<ScopeDeclaration> scopes,
        List<DeployedService> services,
        List<Emission> emissions,
        Map<String, Integer> waves) {
    public Guest {
        scopes = List.copyOf(scopes);
        services = List.copyOf(services);
        emissions = List.copyOf(emissions);
        waves = Map.copyOf(waves);
    }
}
