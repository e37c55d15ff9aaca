package dev.fairlead.diagram.view;

import dev.fairlead.diagram.ir.Diagram;
import dev.fairlead.diagram.ir.DiagramBuilder;
import dev.fairlead.diagram.ir.Edge;
import dev.fairlead.diagram.ir.Node;
import dev.fairlead.diagram.ir.Tone;
import dev.fairlead.fleet.Resolution.Provision;
import dev.fairlead.fleet.Resolution.Requirement;
import dev.fairlead.fleet.Resolution.Service;
import java.util.List;

/** Capabilities between those that need them and those that provide them: arrows run the way dependencies do. */
final class CapabilityView {
    private CapabilityView() {}

    static Diagram of(Facts facts) {
        DiagramBuilder diagram = facts.builder(View.CAPABILITIES, "Capabilities of " + facts.fleet());
        for (Service service : facts.services()) {
            for (Provision provision : service.provides()) {
                String id = capability(diagram, provision.capability(), Tone.PLAIN);
                diagram.node(facts.placed(diagram, service.id()));
                diagram.edge(Edge.of(id, service.id(), "provided to " + provision.visibility() + " by", "provides")
                        .at(provision.location()));
            }
            for (Requirement requirement : service.requires()) {
                Tone tone = tone(requirement);
                String id = capability(diagram, name(requirement), tone == Tone.MISSING ? tone : Tone.PLAIN);
                diagram.node(facts.placed(diagram, service.id()));
                String verb = requirement.cardinality().equals("one")
                        ? "needs"
                        : "needs (" + requirement.cardinality() + ")";
                diagram.edge(
                        Edge.of(service.id(), id, verb, "requires").toned(tone).at(requirement.location()));
                for (String provider : requirement.bound()) {
                    Service bound = facts.service(provider);
                    // Every aspect provides its own path without saying so.
                    if (bound != null && offersByName(bound, requirement)) {
                        diagram.node(facts.placed(diagram, provider));
                        diagram.edge(Edge.of(id, provider, "provided to " + bound.visibility() + " by", "provides"));
                    }
                }
            }
        }
        return diagram.build();
    }

    private static boolean offersByName(Service provider, Requirement requirement) {
        List<String> said =
                provider.provides().stream().map(Provision::capability).toList();
        return provider.name().equals(name(requirement)) && !said.contains(name(requirement));
    }

    /** {@code service:dns} asks for the aspect {@code dns}. */
    private static String name(Requirement requirement) {
        String capability = requirement.capability();
        return capability.startsWith("service:") ? capability.substring("service:".length()) : capability;
    }

    private static String capability(DiagramBuilder diagram, String name, Tone tone) {
        String id = "capability:" + name;
        diagram.node(Node.of(id, name, "capability").with("capability", name).toned(tone));
        return id;
    }

    private static Tone tone(Requirement requirement) {
        return switch (requirement.state()) {
            case BOUND, OPTIONAL -> Tone.PLAIN;
            case MISSING -> Tone.MISSING;
            case AMBIGUOUS -> Tone.AMBIGUOUS;
            case CYCLE -> Tone.CYCLE;
            case UNKNOWN -> Tone.UNKNOWN;
        };
    }
}
