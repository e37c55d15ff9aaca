package dev.fairlead.diagram.view;

import dev.fairlead.diagram.ir.Diagram;
import dev.fairlead.diagram.ir.DiagramBuilder;
import dev.fairlead.diagram.ir.Edge;
import dev.fairlead.diagram.ir.Form;
import dev.fairlead.diagram.ir.Group;
import dev.fairlead.diagram.ir.Node;
import dev.fairlead.diagram.ir.Tone;
import dev.fairlead.fleet.resolution.Resolution;
import dev.fairlead.fleet.resolution.Resolution.Edge.Kind;
import dev.fairlead.fleet.resolution.Resolution.Scope;
import dev.fairlead.fleet.resolution.Resolution.Service;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The C4 model (Simon Brown) of a fleet: an environment is a software system, a host one of its containers, a service a
 * component of that. Users of hosts are people; what is missing is an external system.
 */
final class C4Views {
    private C4Views() {}

    static Diagram context(Facts facts) {
        DiagramBuilder diagram = facts.builder(View.C4_CONTEXT, "System context of " + facts.fleet())
                .form(Form.CONTEXT);
        for (Scope scope : facts.scopes()) {
            switch (scope.kind()) {
                case "environment" -> diagram.node(facts.members.system(scope).with("level", "system"));
                case "user" -> {
                    String person = "person:" + scope.name();
                    diagram.node(Node.of(person, scope.name(), "person").with("user", scope.name()));
                    diagram.edge(Edge.of(person, drawn(facts, diagram, environment(facts, scope)), "uses", "uses"));
                }
                case "host" -> drawn(facts, diagram, environment(facts, scope));
                default -> {}
            }
        }
        relations(facts, diagram, service -> environment(facts, facts.scope(service.scope())));
        return diagram.build();
    }

    static Diagram container(Facts facts) {
        DiagramBuilder diagram = facts.builder(View.C4_CONTAINER, "Containers of " + facts.fleet())
                .form(Form.CONTAINER);
        for (Scope scope : facts.scopes()) {
            if (scope.kind().equals("host")) {
                diagram.node(host(facts, diagram, scope));
            }
        }
        relations(facts, diagram, service -> service.host() == null ? service.scope() : "host:" + service.host());
        return diagram.build();
    }

    static Diagram component(Facts facts) {
        DiagramBuilder diagram = facts.builder(View.C4_COMPONENT, "Components of " + facts.fleet())
                .form(Form.COMPONENT);
        facts.services().forEach(service -> diagram.node(facts.placed(diagram, service.id())));
        relations(facts, diagram, Service::id);
        return diagram.build();
    }

    private static Node host(Facts facts, DiagramBuilder diagram, Scope scope) {
        String environment = environment(facts, scope);
        diagram.group(new Group(environment, environment, "environment", null));
        return facts.members.scope(scope).in(environment).with("level", "container");
    }

    /** The id of the environment of a scope; the fleet where it has none. */
    private static String environment(Facts facts, @Nullable Scope scope) {
        for (Scope at = scope; at != null; at = facts.scope(at.parent())) {
            if (at.kind().equals("environment")) {
                return at.id();
            }
        }
        return "fleet";
    }

    /** Adds what services need as relations of what they are part of; those inside of one part are its own matter. */
    private static void relations(Facts facts, DiagramBuilder diagram, Function<Service, String> part) {
        for (Resolution.Edge edge : facts.resolution.edges()) {
            Service from = facts.service(edge.from());
            if (edge.kind() != Kind.REQUIRES || from == null) {
                continue;
            }
            Service to = facts.service(edge.to());
            String start = drawn(facts, diagram, part.apply(from));
            String end = to == null ? edge.to() : drawn(facts, diagram, part.apply(to));
            if (to == null) {
                diagram.node(facts.placed(diagram, end));
            }
            Tone tone = Facts.tone(edge.state());
            if (!start.equals(end) || tone.isProblem()) {
                diagram.edge(
                        Edge.of(start, end, "needs", "requires").toned(tone).at(facts.place(edge)));
            }
        }
    }

    private static String drawn(Facts facts, DiagramBuilder diagram, String id) {
        if (!diagram.has(id)) {
            Scope scope = facts.scope(id);
            diagram.node(scope == null ? Node.of(id, id, "fleet") : facts.box(scope));
        }
        return id;
    }
}
