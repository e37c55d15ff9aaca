package dev.fairlead.diagram.view;

import dev.fairlead.diagram.ir.Diagram;
import dev.fairlead.diagram.ir.DiagramBuilder;
import dev.fairlead.diagram.ir.Edge;
import dev.fairlead.diagram.ir.Node;
import dev.fairlead.diagram.ir.Tone;
import dev.fairlead.fleet.finding.Place;
import dev.fairlead.fleet.resolution.Resolution.Excluded;
import dev.fairlead.fleet.resolution.Resolution.Inclusion;
import dev.fairlead.fleet.resolution.Resolution.Scope;
import dev.fairlead.fleet.resolution.Resolution.Service;
import org.jspecify.annotations.Nullable;

/** Why each service is deployed: every way it was included. */
final class IncludesView {
    private IncludesView() {}

    static Diagram of(Facts facts) {
        DiagramBuilder diagram = facts.builder(View.INCLUDES, "Why services of " + facts.fleet() + " are deployed");
        for (Service service : facts.services()) {
            diagram.node(facts.placed(diagram, service.id()));
            for (Inclusion way : service.includedBy()) {
                diagram.node(origin(facts, diagram, way.by()));
                diagram.edge(Edge.of(way.by(), service.id(), why(facts, way.by(), way.location()), "includes")
                        .at(way.location()));
            }
        }
        for (Excluded excluded : facts.resolution.excluded()) {
            diagram.node(Node.of(excluded.id(), excluded.name(), "excluded")
                    .in(facts.frames(diagram, excluded.scope()))
                    .toned(Tone.OUTSIDE));
            for (Inclusion way : excluded.includedBy()) {
                diagram.node(origin(facts, diagram, way.by()));
                diagram.edge(
                        Edge.of(way.by(), excluded.id(), "includes", "includes").at(way.location()));
            }
            for (Inclusion way : excluded.by()) {
                diagram.node(origin(facts, diagram, way.by()));
                diagram.edge(Edge.of(way.by(), excluded.id(), "keeps out", "excludes")
                        .at(way.location()));
            }
        }
        return diagram.build();
    }

    private static Node origin(Facts facts, DiagramBuilder diagram, String by) {
        if (facts.service(by) != null || facts.scope(by) != null) {
            return facts.placed(diagram, by);
        }
        return Node.of(by, by, by.startsWith("rule:") ? "rule" : "scope");
    }

    /** An include of a scope says where; that of an aspect is the aspect's. */
    private static String why(Facts facts, String by, @Nullable Place place) {
        Scope scope = facts.scope(by);
        return scope == null || place == null ? "includes" : place.file() + ":" + place.line();
    }
}
