package dev.fairlead.cli.why;

import dev.fairlead.cli.report.Json;
import dev.fairlead.cli.report.ResolutionJson;
import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.finding.FindingId;
import dev.fairlead.fleet.resolution.Resolution;
import dev.fairlead.fleet.resolution.Resolution.Choice;
import dev.fairlead.fleet.resolution.Resolution.Requirement;
import dev.fairlead.fleet.resolution.Resolution.Service;
import dev.fairlead.fleet.resolution.Resolution.State;
import dev.fairlead.fleet.resolution.Resolution.Step;
import dev.fairlead.fleet.resolution.ResolvedGraph;
import dev.fairlead.fleet.resolution.ResolvedGraph.Reachable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * What became of a requirement: of the service that was asked about, or of one that it depends on.
 *
 * @param through the services between the two, beginning with the one that was asked about; empty if it is the same
 * @param searched the ids of the scopes that were searched, in order
 * @param shadowed what could have met it too and lost to something more specific, most specific first
 */
record RequirementAnswer(
        Service service,
        List<String> through,
        Requirement requirement,
        List<String> searched,
        List<Reachable> shadowed,
        List<Finding> findings)
        implements Answer {

    static @Nullable Answer of(Asked asked) {
        if (asked.service() == null || asked.what() == null) {
            return null;
        }
        Dependencies.Found found = new Dependencies(asked.resolution()).find(asked.service(), asked.what());
        return found == null ? null : of(found.service(), found.through(), found.requirement(), asked);
    }

    private static Answer of(Service service, List<String> through, Requirement requirement, Asked asked) {
        Resolution resolution = asked.resolution();
        ResolvedGraph graph = new ResolvedGraph(resolution);
        List<Reachable> shadowed = requirement.state() == State.BOUND
                ? graph.reachable(service, requirement).stream()
                        .filter(reachable -> !requirement
                                .bound()
                                .contains(reachable.provider().id()))
                        .toList()
                : List.of();
        return new RequirementAnswer(
                service,
                through,
                requirement,
                graph.searched(service),
                shadowed,
                asked.findings(finding -> concerns(finding, service, requirement)));
    }

    /**
     * Whether a finding is about a requirement: about its service, and either at its place or, for a provider that is
     * missing, with it at the end of the chain; or about a choice that was made for it.
     */
    private static boolean concerns(Finding finding, Service service, Requirement requirement) {
        if (!service.id().equals(finding.subject())) {
            return finding.id() == FindingId.UNKNOWN_BINDING
                    && requirement.state() == State.UNKNOWN
                    && finding.related().stream()
                            .anyMatch(related -> related.location().equals(requirement.location()));
        }
        if (finding.location() != null && finding.location().equals(requirement.location())) {
            return true;
        }
        String capability = Dependencies.bareName(requirement.capability());
        return !finding.chain().isEmpty()
                && Dependencies.bareName(finding.chain().getLast()).equals(capability);
    }

    @Override
    public String subject() {
        return service.id();
    }

    @Override
    public String kind() {
        return "requirement";
    }

    @Override
    public void write(AnswerText text) {
        if (!through.isEmpty()) {
            String chain = String.join(" → ", through.stream().map(text::print).toList());
            text.heading(text.print(through.getFirst()) + " does not require "
                    + Dependencies.bareName(requirement.capability()) + " itself, but depends on it: " + chain + " → "
                    + text.print(service.id()) + ".");
        }
        if (!findings.isEmpty()) {
            // They say all of it, and better.
            return;
        }
        text.heading(text.print(service.id()) + " requires " + outcome(requirement, text) + ".");
        text.place(requirement.location());
        for (Map.Entry<String, List<Step>> way : requirement.paths().entrySet()) {
            text.detail("way", way(service.id(), way.getValue(), text));
        }
        Choice choice = requirement.choice();
        if (choice != null) {
            text.detail("chosen", chosen(choice));
        }
        if (!searched.isEmpty()) {
            text.detail("searched", text.print(searched));
        }
        for (Reachable other : shadowed) {
            text.detail("shadows", other.provider().id() + ", by " + way(service.id(), other.way(), text));
        }
    }

    /** {@code env:prod binds http to service:caddy@gateway (fleet.nix:5:3)}. */
    private String chosen(Choice choice) {
        String words =
                choice.by() + " binds " + Dependencies.bareName(requirement.capability()) + " to " + choice.service();
        return choice.location() == null ? words : words + " (" + choice.location() + ")";
    }

    /** {@code dns (one, late): bound to service:dns}. */
    static String outcome(Requirement requirement, AnswerText text) {
        String late = requirement.late() ? ", late" : "";
        return requirement.capability() + " (" + requirement.cardinality() + late + "): " + fate(requirement, text);
    }

    private static String fate(Requirement requirement, AnswerText text) {
        String bound = text.print(requirement.bound());
        return switch (requirement.state()) {
            case BOUND -> bound.isEmpty() ? "bound to nothing, there are none" : "bound to " + bound;
            case MISSING -> "missing";
            case AMBIGUOUS -> "ambiguous" + (bound.isEmpty() ? "" : " between " + bound);
            case OPTIONAL -> "not provided, and it may be";
            case CYCLE -> "bound to " + bound + ", which is part of a cycle";
            case UNKNOWN -> "unknown, because something it depends on has an error";
        };
    }

    /** {@code service:grafana → parent host:web1 → import host:server1 → service:dns}. */
    static String way(String from, List<Step> steps, AnswerText text) {
        List<String> words = new ArrayList<>();
        words.add(text.print(from));
        for (Step step : steps) {
            String label = switch (step.label()) {
                case "P" -> "parent ";
                case "I" -> "import ";
                default -> "";
            };
            words.add(label + text.print(step.to()));
        }
        return String.join(" → ", words);
    }

    @Override
    public void write(JsonGenerator json) {
        Json.strings(json, "through", through);
        json.writeObjectPropertyStart("requirement");
        ResolutionJson.requirement(json, requirement);
        json.writeEndObject();
        Json.strings(json, "searched", searched);
        Map<String, List<Step>> others = new LinkedHashMap<>();
        shadowed.forEach(other -> others.put(other.provider().id(), other.way()));
        ResolutionJson.paths(json, "shadowed", others);
    }
}
