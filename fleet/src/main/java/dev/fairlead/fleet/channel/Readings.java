package dev.fairlead.fleet.channel;

import dev.fairlead.fleet.declare.Declarations.ScopeDeclaration;
import dev.fairlead.fleet.deploy.DeployedService;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * What each service reads from channels: the items in its sight, or what it gathers of them. Computed when it is read, as
 * it may depend on the values of items, and these on anything.
 */
final class Readings {
    private final Sight sight;
    private final BiPredicate<PipeEntry.Gather, DeployedService> chosen;
    private final Map<DeployedService, List<PipeEntry.Gather>> gathers;
    private final Map<Gathering, Stages.Result> results = new HashMap<>();

    private record Gathering(DeployedService service, String name) {}

    /** @param chosen whether a gather takes what a service emits */
    Readings(
            Sight sight,
            Map<DeployedService, List<PipeEntry.Gather>> gathers,
            BiPredicate<PipeEntry.Gather, DeployedService> chosen) {
        this.sight = sight;
        this.gathers = gathers;
        this.chosen = chosen;
    }

    /** What a service gathers, by name. */
    List<PipeEntry.Gather> gathers(DeployedService service) {
        return gathers.getOrDefault(service, List.of());
    }

    /** The one gather that stands for a channel; null if there is none, or several, which are read by their names. */
    PipeEntry.@Nullable Gather gather(DeployedService service, String channel) {
        PipeEntry.Gather only = null;
        for (PipeEntry.Gather gather : gathers(service)) {
            if (gather.channel().equals(channel)) {
                if (only != null) {
                    return null;
                }
                only = gather;
            }
        }
        return only;
    }

    /** The items of a channel that a service sees, its own included. */
    List<Item> seen(DeployedService service, String channel) {
        var items = new ArrayList<Item>();
        for (Emission emission : sight.of(service, channel)) {
            if (!emission.isContribution()) {
                items.add(Item.of(emission));
            }
        }
        return items;
    }

    /** Whether a service sees what another emitted. */
    boolean sees(DeployedService service, Emission emission) {
        return sight.of(service, emission.channel()).contains(emission);
    }

    /** Whether what is deployed in a scope sees an emission. */
    boolean sees(ScopeDeclaration scope, Emission emission) {
        return sight.at(scope, emission.channel()).contains(emission);
    }

    /** Whether the selector of a gather matches who emitted something. */
    boolean matches(PipeEntry.Gather gather, Emission emission) {
        return chosen.test(gather, emission.service());
    }

    /** The items that a gather takes, before its stages. */
    List<Item> chosen(DeployedService service, PipeEntry.Gather gather) {
        var items = new ArrayList<Item>();
        for (Emission emission : sight.of(service, gather.channel())) {
            if (chosen.test(gather, emission.service())) {
                items.add(Item.of(emission));
            }
        }
        return items;
    }

    /**
     * What a gather makes of the items it takes.
     *
     * @throws dev.fairlead.nix.value.EvalException if a stage fails
     */
    Stages.Result gathered(DeployedService service, PipeEntry.Gather gather) {
        var key = new Gathering(service, gather.name());
        Stages.Result known = results.get(key);
        if (known == null) {
            known = Stages.run(gather.stages(), chosen(service, gather));
            results.put(key, known);
        }
        return known;
    }
}
