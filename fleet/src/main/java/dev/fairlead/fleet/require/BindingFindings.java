package dev.fairlead.fleet.require;

import dev.fairlead.fleet.ServiceNames;
import dev.fairlead.fleet.declare.AspectTree;
import dev.fairlead.fleet.declare.Dialect;
import dev.fairlead.fleet.deploy.DeployedService;
import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.finding.Finding.Candidate;
import dev.fairlead.fleet.finding.FindingId;
import dev.fairlead.fleet.finding.Suggestions;
import dev.fairlead.fleet.require.Requirements.RejectedChoice;
import dev.fairlead.scope.Found;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Findings about requirements that have too many answers, or whose chosen answer cannot be had. */
final class BindingFindings {
    private final FleetGraph fleet;
    private final Requirements requirements;
    private final AspectTree aspects;
    private final Chains chains;
    private final ServiceNames names;
    private final Dialect dialect;

    BindingFindings(
            FleetGraph fleet,
            Requirements requirements,
            AspectTree aspects,
            Chains chains,
            ServiceNames names,
            Dialect dialect) {
        this.fleet = fleet;
        this.requirements = requirements;
        this.aspects = aspects;
        this.chains = chains;
        this.names = names;
        this.dialect = dialect;
    }

    Finding ambiguous(Binding binding) {
        DeployedService service = binding.service();
        Capability wanted = Capability.of(binding.require(), aspects);
        String all = binding.visible().stream()
                .map(found -> names.print(found.datum().id()))
                .collect(Collectors.joining(", "));
        var chain = new ArrayList<>(chains.to(service.id()));
        chain.add(wanted.id());
        String first = binding.visible().getFirst().datum().id();
        return Finding.of(
                        FindingId.AMBIGUOUS_PROVIDER,
                        names.print(service.id()) + " imports " + wanted.id() + ", which "
                                + binding.visible().size() + " services provide equally near: " + all + ".")
                .subject(service.id())
                .at(binding.require().location())
                .chain(chain)
                .searched(requirements.resolver().searched(service.id()))
                .candidates(binding.visible().stream()
                        .map(found -> new Candidate(
                                found.datum().id(),
                                "is declared in " + found.scope() + ", as near as the others",
                                found.datum().location()))
                        .toList())
                .fix(dialect.choose(wanted.name(), first, service.scope()))
                .build();
    }

    Finding rejected(RejectedChoice rejected) {
        DeployedService service = rejected.binding().service();
        Capability wanted = Capability.of(rejected.binding().require(), aspects);
        String chosen = rejected.choice().service();
        List<DeployedService> providers = fleet.graph().declarations(wanted.name()).stream()
                .map(declaration -> declaration.datum())
                .distinct()
                .toList();
        boolean provided = providers.stream().anyMatch(p -> p.id().equals(chosen));
        String reason = provided
                ? "which provides it, but is not in scope"
                : fleet.graph().contains(chosen) ? "which does not provide it" : "which is no service of this fleet";
        var reachable = new TreeSet<String>();
        for (Found<DeployedService> found : rejected.reachable()) {
            reachable.add(found.datum().id());
        }
        String nearest = Suggestions.nearest(chosen, reachable);
        String offer = nearest != null ? nearest : reachable.isEmpty() ? null : reachable.first();
        return Finding.of(
                        FindingId.UNKNOWN_BINDING,
                        rejected.chosenBy().id() + " binds " + wanted.id() + " of " + names.print(service.id()) + " to "
                                + chosen + ", " + reason + ".")
                .subject(service.id())
                .at(rejected.choice().location())
                .candidates(rejected.reachable().stream()
                        .map(found -> new Candidate(
                                found.datum().id(),
                                "is reachable, but not what was chosen",
                                found.datum().location()))
                        .toList())
                .related(
                        rejected.binding().require().location() == null
                                ? List.of()
                                : List.of(new Finding.Related(
                                        "the requirement",
                                        rejected.binding().require().location())))
                .searched(requirements.resolver().searched(service.id()))
                .fix(offer == null ? null : "bindings." + wanted.name() + " = \"" + offer + "\";")
                .build();
    }
}
