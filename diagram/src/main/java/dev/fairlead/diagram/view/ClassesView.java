package dev.fairlead.diagram.view;

import dev.fairlead.diagram.ir.Diagram;
import dev.fairlead.diagram.ir.DiagramBuilder;
import dev.fairlead.diagram.ir.Edge;
import dev.fairlead.diagram.ir.Form;
import dev.fairlead.diagram.ir.Node;
import dev.fairlead.fleet.resolution.Resolution.Scope;
import dev.fairlead.fleet.resolution.Resolution.Service;
import org.jspecify.annotations.Nullable;

/** Which aspects have content for which classes, as streams as wide as they have services; and chosen backends. */
final class ClassesView {
    private ClassesView() {}

    static Diagram of(Facts facts) {
        DiagramBuilder diagram =
                facts.builder(View.CLASSES, "Outputs of " + facts.fleet()).form(Form.FLOW);
        String host = facts.question.host();
        for (Service service : facts.services()) {
            if (host != null && !host.equals(service.host())) {
                continue;
            }
            for (String name : service.classes()) {
                String aspect = "aspect:" + service.name();
                diagram.node(facts.members.aspect(service));
                diagram.node(Node.of("class:" + name, name, "class"));
                diagram.edge(Edge.of(aspect, "class:" + name, "", "emits"));
                String backend = backend(facts, service, name);
                if (backend != null) {
                    diagram.node(Node.of("backend:" + backend, backend, "backend"));
                    diagram.edge(Edge.of("class:" + name, "backend:" + backend, "", "routed"));
                }
            }
        }
        return diagram.build();
    }

    /** What the nearest scope around a service chooses for a class; null if none does. */
    private static @Nullable String backend(Facts facts, Service service, String name) {
        for (Scope at = facts.scope(service.scope()); at != null; at = facts.scope(at.parent())) {
            var chosen = facts.coordination().backends().get(at.id());
            if (chosen != null && chosen.containsKey(name)) {
                return chosen.get(name);
            }
        }
        return null;
    }
}
