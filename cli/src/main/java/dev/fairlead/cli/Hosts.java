package dev.fairlead.cli;

import dev.fairlead.cli.args.ArgumentParser;
import dev.fairlead.cli.args.UsageException;
import dev.fairlead.fleet.resolution.Resolution;
import dev.fairlead.fleet.resolution.Resolution.Scope;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the host that {@code --host} names. */
final class Hosts {
    private final Resolution resolution;

    Hosts(Resolution resolution) {
        this.resolution = resolution;
    }

    /**
     * The name of a host that there is; null for null.
     *
     * @param given its name or its id
     * @throws UsageException if there is no such host
     */
    @Nullable
    String named(@Nullable String given) {
        if (given == null) {
            return null;
        }
        String name = given.startsWith("host:") ? given.substring("host:".length()) : given;
        List<String> hosts = resolution.scopes().stream()
                .filter(scope -> scope.kind().equals("host"))
                .map(Scope::name)
                .toList();
        if (!hosts.contains(name)) {
            throw new UsageException("the fleet has no host '" + name + "'" + ArgumentParser.didYouMean(name, hosts));
        }
        return name;
    }
}
