package dev.fairlead.fleet.require;

import dev.fairlead.fleet.declare.Declarations.ScopeDeclaration;
import dev.fairlead.fleet.deploy.DeployedService;
import java.util.List;
import java.util.Map;

/**
 * What is seen of hosts that are not resolved.
 *
 * @param scopes hosts before their users
 * @param services with what they provide
 * @param waves in which wave of the plan each service is, by its id
 */
public record Seen(List<ScopeDeclaration> scopes, List<DeployedService> services, Map<String, Integer> waves) {
    public Seen {
        scopes = List.copyOf(scopes);
        services = List.copyOf(services);
        waves = Map.copyOf(waves);
    }
}
