package dev.fairlead.fleet.deploy;

import dev.fairlead.fleet.finding.Finding;
import java.util.List;

/**
 * The services of a fleet.
 *
 * @param services sorted by id
 * @param findings what was found while following includes
 */
public record Deployment(List<DeployedService> services, List<Finding> findings) {
    public Deployment {
        services = List.copyOf(services);
        findings = List.copyOf(findings);
    }
}
