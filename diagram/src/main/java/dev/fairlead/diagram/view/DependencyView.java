package dev.fairlead.diagram.view;

import dev.fairlead.diagram.ir.Diagram;
import dev.fairlead.diagram.ir.DiagramBuilder;
import dev.fairlead.diagram.ir.Edge;
import dev.fairlead.diagram.ir.Node;
import dev.fairlead.diagram.ir.Tone;
import dev.fairlead.fleet.resolution.Resolution;
import dev.fairlead.fleet.resolution.Resolution.Edge.Kind;
import dev.fairlead.fleet.resolution.Resolution.Requirement;
import dev.fairlead.fleet.resolution.Resolution.Service;
import dev.fairlead.fleet.resolution.Resolution.State;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

/** Which service needs which, host by host, and what is missing. */
final class DependencyView {
    private static final String UNKNOWN = "unknown:";

    private DependencyView() {}

    static Diagram of(Facts facts) {
        DiagramBuilder diagram = facts.builder(View.DEPENDENCIES, "Dependencies of " + facts.fleet());
        requirements(facts, diagram, _ -> true);
        if (facts.question.host() != null) {
            channels(facts, diagram);
        }
        Set<String> involved = involved(facts);
        for (Service service : facts.services()) {
            if (facts.question.allAspects() || involved.contains(service.id())) {
                facts.add(diagram, service.id());
            }
        }
        return diagram.build();
    }

    /** Adds the dependencies of the services that a condition picks, with what they lead to. */
    static void requirements(Facts facts, DiagramBuilder diagram, Predicate<String> picked) {
        for (Resolution.Edge edge : facts.resolution.edges()) {
            if (edge.kind() == Kind.REQUIRES && picked.test(edge.from())) {
                facts.add(diagram, edge.from());
                facts.add(diagram, edge.to());
                diagram.edge(Edge.of(edge.from(), edge.to(), "needs", "requires")
                        .toned(Facts.tone(edge.state()))
                        .at(facts.place(edge)));
            }
        }
        for (Service service : facts.services()) {
            for (Requirement requirement : service.requires()) {
                if (requirement.state() == State.UNKNOWN && picked.test(service.id())) {
                    String id = UNKNOWN + requirement.capability();
                    facts.add(diagram, service.id());
                    diagram.node(
                            Node.of(id, requirement.capability(), "missing").toned(Tone.UNKNOWN));
                    diagram.edge(Edge.of(service.id(), id, "needs", "requires")
                            .toned(Tone.UNKNOWN)
                            .at(requirement.location()));
                }
            }
        }
    }

    /** Adds what flows between services through channels. */
    static void channels(Facts facts, DiagramBuilder diagram) {
        for (Resolution.Edge edge : facts.resolution.edges()) {
            if (edge.kind() == Kind.CHANNEL) {
                facts.add(diagram, edge.from());
                facts.add(diagram, edge.to());
                diagram.edge(Edge.of(edge.from(), edge.to(), edge.label(), "channel"));
            }
        }
    }

    /** The services with a requirement, a claim or a finding, and those that are used. */
    private static Set<String> involved(Facts facts) {
        Set<String> involved = new HashSet<>();
        for (Service service : facts.services()) {
            if (!service.requires().isEmpty() || facts.findings(service.id()) > 0) {
                involved.add(service.id());
            }
        }
        facts.coordination().claims().forEach(claim -> involved.add(claim.by()));
        facts.coordination().state().forEach(state -> involved.add(state.service()));
        return involved;
    }
}
