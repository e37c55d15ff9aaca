package dev.fairlead.diagram.view;

import dev.fairlead.diagram.ir.Diagram;
import dev.fairlead.diagram.ir.DiagramBuilder;
import dev.fairlead.diagram.ir.Edge;
import dev.fairlead.diagram.ir.Node;
import dev.fairlead.diagram.ir.Tone;
import dev.fairlead.fleet.resolution.Resolution.Provision;
import dev.fairlead.fleet.resolution.Resolution.Requirement;
import dev.fairlead.fleet.resolution.Resolution.Service;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Capabilities between those that need them and those that provide them. A service that does both stands on both sides, so
 * that all arrows run one way and the picture has three columns.
 */
final class CapabilityView {
    private static final String NEEDS = "needs:";
    private static final String PROVIDES = "provides:";

    private CapabilityView() {}

    static Diagram of(Facts facts) {
        DiagramBuilder diagram = facts.builder(View.CAPABILITIES, "Capabilities of " + facts.fleet());
        Set<String> provided = provided(facts);
        for (Service service : facts.services()) {
            for (Provision provision : service.provides()) {
                String id = capability(diagram, provision.capability(), Tone.PLAIN);
                provider(
                        facts,
                        diagram,
                        id,
                        service,
                        Edge.of(id, "", verb(provision.visibility()), "provides")
                                .at(provision.location()));
            }
            for (Requirement requirement : service.requires()) {
                Tone tone = tone(requirement);
                // What somebody provides elsewhere is not missing, only out of sight: the arrow says so.
                boolean missing = tone == Tone.MISSING && !provided.contains(name(requirement));
                String id = capability(diagram, name(requirement), missing ? tone : Tone.PLAIN);
                String needs =
                        requirement.cardinality().equals("one") ? "needs" : "needs (" + requirement.cardinality() + ")";
                diagram.node(side(facts, NEEDS, service));
                diagram.edge(Edge.of(NEEDS + service.id(), id, needs, "requires")
                        .toned(tone)
                        .at(requirement.location()));
                for (String bound : requirement.bound()) {
                    Service provider = facts.service(bound);
                    // Every aspect provides its own path without saying so.
                    if (provider != null && offersByName(provider, requirement)) {
                        provider(
                                facts, diagram, id, provider, Edge.of(id, "", verb(provider.visibility()), "provides"));
                    }
                }
            }
        }
        return diagram.build();
    }

    private static Set<String> provided(Facts facts) {
        var provided = new HashSet<String>();
        facts.services()
                .forEach(service -> service.provides().forEach(provision -> provided.add(provision.capability())));
        return provided;
    }

    private static void provider(Facts facts, DiagramBuilder diagram, String capability, Service service, Edge edge) {
        diagram.node(side(facts, PROVIDES, service));
        diagram.edge(edge.between(capability, PROVIDES + service.id()));
    }

    private static String verb(String visibility) {
        return "provided to " + visibility + " by";
    }

    /** The box of a service on one of the two sides, where no frame says on which host it is. */
    private static Node side(Facts facts, String side, Service service) {
        Node box = facts.box(service);
        String place = service.host() == null ? service.scope() : service.host();
        return new Node(
                        side + service.id(),
                        box.label() + "@" + place,
                        box.kind(),
                        null,
                        box.tone(),
                        box.attributes(),
                        box.location(),
                        null)
                .with("service", service.id());
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
