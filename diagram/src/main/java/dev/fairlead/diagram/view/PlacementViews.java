package dev.fairlead.diagram.view;

import dev.fairlead.diagram.ir.Diagram;
import dev.fairlead.diagram.ir.DiagramBuilder;
import dev.fairlead.diagram.ir.Edge;
import dev.fairlead.diagram.ir.Form;
import dev.fairlead.diagram.ir.Node;
import dev.fairlead.fleet.resolution.Resolution.Scope;
import dev.fairlead.fleet.resolution.Resolution.Service;

/** What runs where. */
final class PlacementViews {
    private PlacementViews() {}

    static Diagram placement(Facts facts) {
        DiagramBuilder diagram =
                facts.builder(View.PLACEMENT, "Services of " + facts.fleet()).form(Form.AREAS);
        facts.services().forEach(service -> diagram.node(facts.placed(diagram, service.id())));
        return diagram.build();
    }

    /** Each aspect is a row and each host a column; services of no host stand in the column of their scope. */
    static Diagram matrix(Facts facts) {
        DiagramBuilder diagram = facts.builder(View.MATRIX, "Aspects of " + facts.fleet() + " and its hosts")
                .form(Form.MATRIX);
        for (Service service : facts.services()) {
            String aspect = "aspect:" + service.name();
            String place = service.host() == null ? service.scope() : "host:" + service.host();
            Scope scope = facts.scope(place);
            diagram.node(facts.members.aspect(service));
            diagram.node((scope == null ? Node.of(place, place, "scope") : facts.members.scope(scope))
                    .with("host", service.host()));
            String how = service.instance() != null ? service.instance() : Facts.user(service.scope());
            diagram.edge(Edge.of(aspect, place, how, "deployed"));
        }
        return diagram.build();
    }
}
