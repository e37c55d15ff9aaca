package dev.fairlead.fleet.deploy;

import dev.fairlead.fleet.resolution.Resolution.Inclusion;
import java.util.List;

/**
 * A service that is not deployed although something brings it.
 *
 * @param by who excludes it; empty if only excluded services bring it
 */
public record ExcludedService(DeployedService service, List<Inclusion> by) {
    public ExcludedService {
        by = List.copyOf(by);
    }
}
