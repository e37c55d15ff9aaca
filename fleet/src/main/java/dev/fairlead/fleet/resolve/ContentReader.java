package dev.fairlead.fleet.resolve;

import dev.fairlead.fleet.deploy.Arguments;
import dev.fairlead.fleet.deploy.DeployedService;
import java.util.Set;

/**
 * A service that does nothing with what comes out of channels but compute its content: all there is to compute again where
 * something else comes out. It keeps alive what the service was deployed with.
 *
 * @param arguments what the service was given
 * @param channels those that it says it reads
 */
public record ContentReader(DeployedService service, Arguments arguments, Set<String> channels) {
    public ContentReader {
        channels = Set.copyOf(channels);
    }
}
