package dev.fairlead.fleet.channel;

import dev.fairlead.fleet.declare.Declarations.ScopeDeclaration;
import dev.fairlead.fleet.deploy.DeployedService;
import dev.fairlead.fleet.deploy.Facts;
import dev.fairlead.fleet.require.FleetGraph;
import dev.fairlead.fleet.select.Fact;
import dev.fairlead.fleet.select.Selector;
import org.jspecify.annotations.Nullable;

/** Whom a gather takes items from: those who are chosen themselves, or whose host or environment is. */
final class Gathered {
    private final Facts facts;
    private final FleetGraph fleet;

    Gathered(Facts facts, FleetGraph fleet) {
        this.facts = facts;
        this.fleet = fleet;
    }

    /** @throws dev.fairlead.nix.value.EvalException if what the selector asks for fails */
    boolean takes(PipeEntry.Gather gather, DeployedService service) {
        Selector selector = gather.selector();
        return selector.matches(facts.of(service))
                || matches(selector, fleet.enclosing(service, "host"))
                || matches(selector, fleet.enclosing(service, "environment"));
    }

    private boolean matches(Selector selector, @Nullable ScopeDeclaration scope) {
        Fact fact = scope == null ? null : facts.scope(scope.id());
        return fact != null && selector.matches(fact);
    }
}
