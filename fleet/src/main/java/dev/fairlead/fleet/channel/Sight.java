package dev.fairlead.fleet.channel;

import dev.fairlead.fleet.declare.Declarations.ScopeDeclaration;
import dev.fairlead.fleet.deploy.DeployedService;
import dev.fairlead.fleet.require.FleetGraph;
import dev.fairlead.scope.Found;
import dev.fairlead.scope.LabelOrder;
import dev.fairlead.scope.Query;
import dev.fairlead.scope.Resolver;
import dev.fairlead.scope.ScopeGraph;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who sees which emissions, nearest first. An emission is declared at its service and at every scope from there up to
 * that of its visibility, and is seen by the paths that capabilities are found by, {@code P* I*} with {@code D < I < P}.
 *
 * <p>What a scope sees is what it sees without a parent step, and then what the scope around it sees: the least specific
 * path with an import is more specific than any that begins with a parent. So the answer for a scope is kept for all
 * that lie in it, and a channel costs each of its readers what they read.
 */
final class Sight {
    private static final Query WITHOUT_PARENT = Query.of("I*", LabelOrder.DECLARATION_IMPORT_PARENT);

    private final FleetGraph fleet;
    private final Resolver<Emission> resolver;
    private final Map<Seen, List<Emission>> seen = new HashMap<>();

    private record Seen(String scope, String channel) {}

    Sight(FleetGraph fleet, List<Emission> emissions) {
        this.fleet = fleet;
        ScopeGraph.Builder<Emission> graph = fleet.outline(Emission.ORDER);
        for (Emission emission : emissions) {
            graph.declare(emission.service().id(), emission.channel(), emission);
            for (ScopeDeclaration scope : fleet.around(emission.service(), emission.visibility())) {
                graph.declare(scope.id(), emission.channel(), emission);
            }
        }
        resolver = new Resolver<>(graph.build(), WITHOUT_PARENT);
    }

    /** The emissions into a channel that a service sees, by specificity, then by id, then as they are declared. */
    List<Emission> of(DeployedService service, String channel) {
        return joined(service.id(), service.scope(), channel);
    }

    /** The emissions that anything deployed in a scope sees, in the same order. */
    List<Emission> at(ScopeDeclaration scope, String channel) {
        var key = new Seen(scope.id(), channel);
        List<Emission> known = seen.get(key);
        if (known == null) {
            known = joined(scope.id(), fleet.around(scope), channel);
            seen.put(key, known);
        }
        return known;
    }

    private List<Emission> joined(String id, @Nullable ScopeDeclaration around, String channel) {
        List<Emission> farther = around == null ? List.of() : at(around, channel);
        List<Found<Emission>> near = resolver.resolve(id, channel).reachable();
        if (near.isEmpty()) {
            return farther;
        }
        // What is near is little, and what is farther is in order already
        var nearest = new LinkedHashSet<Emission>();
        near.forEach(found -> nearest.add(found.datum()));
        var all = new ArrayList<Emission>(nearest.size() + farther.size());
        all.addAll(nearest);
        for (Emission emission : farther) {
            if (!nearest.contains(emission)) {
                all.add(emission);
            }
        }
        return Collections.unmodifiableList(all);
    }
}
