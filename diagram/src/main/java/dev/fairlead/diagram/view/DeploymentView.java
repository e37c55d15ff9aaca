package dev.fairlead.diagram.view;

import dev.fairlead.diagram.ir.Diagram;
import dev.fairlead.diagram.ir.DiagramBuilder;
import dev.fairlead.diagram.ir.Edge;
import dev.fairlead.diagram.ir.Form;
import dev.fairlead.diagram.ir.Group;
import dev.fairlead.diagram.ir.Node;
import dev.fairlead.diagram.ir.Tone;
import dev.fairlead.fleet.resolution.Resolution;
import dev.fairlead.fleet.resolution.Resolution.Edge.EdgeState;
import dev.fairlead.fleet.resolution.Resolution.Edge.Kind;
import dev.fairlead.fleet.resolution.Resolution.Service;

/** Waves of deployment; an arrow leads from what comes first to what needs it. */
final class DeploymentView {
    private DeploymentView() {}

    static Diagram of(Facts facts) {
        DiagramBuilder diagram =
                facts.builder(View.DEPLOYMENT, "Deployment of " + facts.fleet()).form(Form.STATES);
        boolean known = !facts.resolution.plan().isEmpty()
                || facts.resolution.edges().stream().anyMatch(edge -> edge.kind() == Kind.REQUIRES);
        if (!known) {
            // Graphs of den-diagram say nothing of order, and what is not known must not look like a cycle.
            return diagram.build();
        }
        for (int wave = 0; wave < facts.resolution.plan().size(); wave++) {
            diagram.group(new Group(wave(wave), "wave " + wave, "wave", null));
        }
        for (Service service : facts.services()) {
            String wave = service.wave() == null ? "wave:none" : wave(service.wave());
            if (service.wave() == null) {
                diagram.group(new Group(wave, "no order: on or behind a cycle", "wave", null));
            }
            Node box = facts.box(service);
            String at = service.host() == null ? service.scope() : service.host();
            diagram.node(new Node(
                    box.id(),
                    box.label() + "@" + at,
                    box.kind(),
                    wave,
                    service.wave() == null ? Tone.CYCLE : Tone.PLAIN,
                    box.attributes(),
                    box.location(),
                    null));
        }
        for (Resolution.Edge edge : facts.resolution.edges()) {
            if (edge.kind() == Kind.REQUIRES) {
                Tone tone = Facts.tone(edge.state());
                if (tone == Tone.PLAIN && !isBefore(facts, edge.to(), edge.from())) {
                    continue;
                }
                if (edge.state() == EdgeState.MISSING) {
                    diagram.node(facts.placed(diagram, edge.to()));
                }
                diagram.edge(Edge.of(edge.to(), edge.from(), "before", "order")
                        .toned(tone)
                        .at(facts.place(edge)));
            }
        }
        return diagram.build();
    }

    /** What is needed only late may well come later. */
    private static boolean isBefore(Facts facts, String first, String second) {
        Service one = facts.service(first);
        Service other = facts.service(second);
        return one == null || other == null || one.wave() == null || other.wave() == null || one.wave() < other.wave();
    }

    /** Groups stand in the order of their ids. */
    private static String wave(int number) {
        return "wave:%05d".formatted(number);
    }
}
