package dev.fairlead.fleet.require;

import dev.fairlead.fleet.declare.AspectTree;
import dev.fairlead.fleet.declare.Declarations.Choice;
import dev.fairlead.fleet.declare.Dialect;
import dev.fairlead.fleet.deploy.DeployedService;
import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.finding.Finding.Candidate;
import dev.fairlead.fleet.finding.FindingId;
import dev.fairlead.fleet.finding.Place;
import dev.fairlead.fleet.finding.Suggestions;
import dev.fairlead.fleet.require.Requirements.RejectedChoice;
import dev.fairlead.fleet.resolution.ServiceNames;
import dev.fairlead.scope.Found;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Findings about requirements that have too many answers, or whose chosen answer cannot be had. */
final class BindingFindings {
    private static final int MOST_LISTED = 8;

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

    /**
     * Choices that cannot be had. One of a service that is not there is wrong for whoever requires the capability, so it is
     * one finding; else it depends on who requires it.
     */
    Map<Binding, Finding> rejected(List<RejectedChoice> all) {
        var same = new LinkedHashMap<List<String>, List<RejectedChoice>>();
        var findings = new IdentityHashMap<Binding, Finding>();
        for (RejectedChoice rejected : all) {
            String chosen = rejected.choice().service();
            if (fleet.graph().contains(chosen) || isProvided(rejected)) {
                findings.put(rejected.binding(), unseen(rejected));
            } else {
                same.computeIfAbsent(
                                List.of(rejected.choice().by(), wanted(rejected).id(), chosen),
                                key -> new ArrayList<>())
                        .add(rejected);
            }
        }
        for (List<RejectedChoice> choices : same.values()) {
            Finding finding = absent(choices);
            choices.forEach(rejected -> findings.put(rejected.binding(), finding));
        }
        return findings;
    }

    private Finding unseen(RejectedChoice rejected) {
        DeployedService service = rejected.binding().service();
        return finding(
                rejected,
                " of " + names.print(service.id()),
                isProvided(rejected) ? "which provides it, but is not in scope" : "which does not provide it",
                service.id(),
                List.of(rejected));
    }

    /** Whether what was chosen, a service or an aspect, provides it somewhere. */
    private boolean isProvided(RejectedChoice rejected) {
        return fleet.graph().declarations(wanted(rejected).name()).stream()
                .anyMatch(declaration -> Requirements.isChosen(
                        declaration.datum(), rejected.choice().service()));
    }

    private Finding absent(List<RejectedChoice> choices) {
        RejectedChoice first = choices.getFirst();
        return finding(
                first, "", "which is no service of this fleet", first.choice().by(), choices);
    }

    private Finding finding(
            RejectedChoice rejected, String whose, String reason, String subject, List<RejectedChoice> choices) {
        Capability wanted = wanted(rejected);
        String chosen = rejected.choice().service();
        var reachable = new TreeMap<String, Candidate>();
        var required = new TreeSet<Place>();
        for (RejectedChoice choice : choices) {
            for (Found<DeployedService> found : choice.reachable()) {
                String id = found.datum().id();
                reachable.putIfAbsent(
                        id,
                        new Candidate(
                                id,
                                "is reachable, but not what was chosen",
                                found.datum().location()));
            }
            Place requirement = choice.binding().require().location();
            if (requirement != null) {
                required.add(requirement);
            }
        }
        String nearest = Suggestions.nearest(chosen, reachable.keySet());
        String offer = nearest != null ? nearest : reachable.isEmpty() ? null : reachable.firstKey();
        return Finding.of(
                        FindingId.UNKNOWN_BINDING,
                        rejected.choice().by() + " binds " + wanted.id() + whose + " to " + chosen + ", " + reason
                                + ".")
                .subject(subject)
                .at(rejected.choice().location())
                .candidates(reachable.values().stream().limit(MOST_LISTED).toList())
                .related(required.stream()
                        .limit(MOST_LISTED)
                        .map(place -> new Finding.Related("the requirement", place))
                        .toList())
                .searched(requirements
                        .resolver()
                        .searched(rejected.binding().service().id()))
                .fix(offer == null ? null : fix(rejected.choice(), offer))
                .build();
    }

    private static String fix(Choice choice, String offer) {
        return choice.by().startsWith("rule:")
                ? "let the rule bind it to \"" + offer + "\""
                : "bindings." + choice.capability() + " = \"" + offer + "\";";
    }

    private Capability wanted(RejectedChoice rejected) {
        return Capability.of(rejected.binding().require(), aspects);
    }
}
