package dev.fairlead.fleet.require;

import dev.fairlead.fleet.declare.Declarations.Choice;
import dev.fairlead.fleet.deploy.DeployedService;
import dev.fairlead.fleet.deploy.Meta.Require;
import dev.fairlead.fleet.resolution.Resolution.State;
import dev.fairlead.scope.Found;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one requirement.
 *
 * @param bound the services it is bound to, most specific first
 * @param visible what was visible, when that is more than one and only one is wanted
 * @param choice what decided among the reachable, or null if the graph alone did
 * @param inclusion true if the service includes the provider: the requirement is the inclusion's
 */
public record Binding(
        DeployedService service,
        Require require,
        State state,
        List<Found<DeployedService>> bound,
        List<Found<DeployedService>> visible,
        @Nullable Choice choice,
        boolean inclusion) {
    public Binding {
        bound = List.copyOf(bound);
        visible = List.copyOf(visible);
    }

    /** The requirement as it is written: {@code dns}, or {@code service:dns} where only that aspect will do. */
    public String writtenAs() {
        return require.writtenAs();
    }
}
