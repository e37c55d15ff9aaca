package dev.fairlead.diagram.view;

import dev.fairlead.diagram.ir.Diagram;
import dev.fairlead.diagram.ir.DiagramBuilder;
import dev.fairlead.diagram.ir.Edge;
import dev.fairlead.diagram.ir.Form;
import dev.fairlead.diagram.ir.Node;
import dev.fairlead.diagram.ir.Tone;
import dev.fairlead.fleet.resolution.Coordination.PortClaim;
import dev.fairlead.fleet.resolution.Resolution;
import dev.fairlead.fleet.resolution.Resolution.Edge.Kind;
import dev.fairlead.fleet.resolution.Resolution.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a host is responsible for: as a picture of one, as a table of all. */
final class HostView {
    private HostView() {}

    static Diagram of(Facts facts) {
        String host = facts.question.host();
        return host == null ? table(facts) : picture(facts, host);
    }

    private static Diagram picture(Facts facts, String host) {
        DiagramBuilder diagram = facts.builder(View.HOST, "What " + host + " is responsible for");
        for (Service service : facts.services()) {
            if (isOn(service, host)) {
                diagram.node(facts.placed(diagram, service.id()));
            }
        }
        for (Resolution.Edge edge : facts.resolution.edges()) {
            boolean here = isOn(facts, edge.from(), host);
            boolean there = isOn(facts, edge.to(), host);
            if ((here || there) && (edge.kind() == Kind.REQUIRES || edge.kind() == Kind.CHANNEL)) {
                boolean needs = edge.kind() == Kind.REQUIRES;
                diagram.node(end(facts, diagram, edge.from(), here));
                diagram.node(end(facts, diagram, edge.to(), there));
                diagram.edge(
                        Edge.of(edge.from(), edge.to(), needs ? "needs" : edge.label(), needs ? "requires" : "channel")
                                .toned(Facts.tone(edge.state()))
                                .at(facts.place(edge)));
            }
        }
        for (PortClaim claim : facts.coordination().claims()) {
            if (claim.host().equals(host)) {
                Node port = PortsView.box(facts, diagram, claim);
                diagram.node(new Node(
                        port.id(),
                        port.attribute("port") + "/" + claim.protocol(),
                        port.kind(),
                        port.group(),
                        Tone.PLAIN,
                        port.attributes(),
                        port.location(),
                        null));
                diagram.edge(Edge.of(claim.by(), port.id(), claim.open() ? "opens" : "listens", "port"));
            }
        }
        return diagram.build();
    }

    private static Node end(Facts facts, DiagramBuilder diagram, String id, boolean here) {
        Node node = facts.placed(diagram, id);
        return here || node.tone() == Tone.MISSING ? node : node.toned(Tone.OUTSIDE);
    }

    /** Where den-diagram wrote the graph, a whole host reads channels. */
    private static boolean isOn(Facts facts, String id, String host) {
        return id.equals("host:" + host) || isOn(facts.service(id), host);
    }

    private static boolean isOn(@Nullable Service service, String host) {
        return service != null && Objects.equals(service.host(), host);
    }

    private static Diagram table(Facts facts) {
        DiagramBuilder diagram = facts.builder(View.HOST, "What the hosts of " + facts.fleet() + " are responsible for")
                .form(Form.TABLE)
                .columns("service", "provides", "used by", "ports", "keeps");
        Map<String, TreeSet<String>> users = new TreeMap<>();
        for (Resolution.Edge edge : facts.resolution.edges()) {
            Service user = facts.service(edge.from());
            if (edge.kind() == Kind.REQUIRES && user != null) {
                users.computeIfAbsent(edge.to(), _ -> new TreeSet<>()).add(user.name());
            }
        }
        Map<String, List<String>> ports = new TreeMap<>();
        for (PortClaim claim : facts.coordination().claims()) {
            String range = claim.from() == claim.to() ? "" + claim.from() : claim.from() + "-" + claim.to();
            ports.computeIfAbsent(claim.by(), _ -> new ArrayList<>()).add(range + "/" + claim.protocol());
        }
        Map<String, String> kept = new TreeMap<>();
        facts.coordination()
                .state()
                .forEach(state -> kept.put(
                        state.service(), state.coveredBy().isEmpty() ? "state, not backed up" : "state, backed up"));
        for (Service service : facts.services()) {
            if (service.host() != null) {
                Node box = facts.placed(diagram, service.id());
                diagram.node(box.with("service", box.label())
                        .with("used by", String.join(", ", users.getOrDefault(service.id(), new TreeSet<>())))
                        .with("ports", String.join(", ", ports.getOrDefault(service.id(), List.of())))
                        .with("keeps", kept.get(service.id())));
            }
        }
        return diagram.build();
    }
}
