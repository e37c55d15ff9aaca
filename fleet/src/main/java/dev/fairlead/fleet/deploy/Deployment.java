package dev.fairlead.fleet.deploy;

import dev.fairlead.fleet.finding.Finding;
import java.util.List;

/**
 * The services of a fleet.
 *
 * @param services sorted by id
 * @param excluded what would be deployed if nothing excluded it, sorted by id
 * @param facts the scopes and services, as selectors and rules see them
 * @param findings what was found while following includes
 */
public record Deployment(
        List<DeployedService> services, List<ExcludedService> excluded, Facts facts, List<Finding> findings) {
    public Deployment {
        services = List.copyOf(services);
        excluded = List.copyOf(excluded);
        findings = List.copyOf(findings);
    }
}
