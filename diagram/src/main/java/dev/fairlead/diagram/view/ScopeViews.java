package dev.fairlead.diagram.view;

import dev.fairlead.diagram.ir.Diagram;
import dev.fairlead.diagram.ir.DiagramBuilder;
import dev.fairlead.diagram.ir.Edge;
import dev.fairlead.diagram.ir.Form;
import dev.fairlead.diagram.ir.Node;
import dev.fairlead.fleet.resolution.Resolution.Scope;
import dev.fairlead.fleet.resolution.Resolution.Service;
import java.util.HashMap;
import java.util.Map;

/** Scopes without the services in them. */
final class ScopeViews {
    private ScopeViews() {}

    /** The scopes as the graph that requirements are looked up in: parents and imports. */
    static Diagram topology(Facts facts) {
        DiagramBuilder diagram = facts.builder(View.TOPOLOGY, "Topology of " + facts.fleet());
        Map<String, Integer> deployed = deployed(facts);
        for (Scope scope : facts.scopes()) {
            diagram.node(box(facts, scope, deployed));
            if (scope.parent() != null) {
                diagram.edge(Edge.of(scope.parent(), scope.id(), "", "contains"));
            }
            for (String imported : scope.imports()) {
                diagram.edge(Edge.of(scope.id(), imported, "imports", "imports"));
            }
        }
        return diagram.build();
    }

    /** The scopes as a tree. */
    static Diagram environments(Facts facts) {
        DiagramBuilder diagram = facts.builder(View.ENVIRONMENTS, "Environments of " + facts.fleet())
                .form(Form.TREE);
        Map<String, Integer> deployed = deployed(facts);
        for (Scope scope : facts.scopes()) {
            diagram.node(box(facts, scope, deployed));
            if (scope.parent() != null) {
                diagram.edge(Edge.of(scope.parent(), scope.id(), "", "contains"));
            }
        }
        return diagram.build();
    }

    private static Node box(Facts facts, Scope scope, Map<String, Integer> deployed) {
        int services = deployed.getOrDefault(scope.id(), 0);
        return facts.members.scope(scope).with("services", services == 0 ? "" : String.valueOf(services));
    }

    private static Map<String, Integer> deployed(Facts facts) {
        Map<String, Integer> deployed = new HashMap<>();
        for (Service service : facts.services()) {
            deployed.merge(service.scope(), 1, Integer::sum);
        }
        return deployed;
    }
}
