package dev.fairlead.diagram.view;

import dev.fairlead.diagram.ir.Diagram;
import dev.fairlead.diagram.ir.DiagramBuilder;
import dev.fairlead.diagram.ir.Form;
import dev.fairlead.diagram.ir.Node;
import dev.fairlead.diagram.ir.Tone;
import dev.fairlead.fleet.resolution.Coordination.PortClaim;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The ports of each host, by number. */
final class PortsView {
    private static final Set<String> EVERYWHERE = Set.of("0.0.0.0", "::", "*");

    private PortsView() {}

    static Diagram of(Facts facts) {
        DiagramBuilder diagram = facts.builder(View.PORTS, "Ports of " + facts.fleet())
                .form(Form.TABLE)
                .columns("port", "protocol", "name", "service", "bind", "public", "origin", "layer");
        List<PortClaim> claims = facts.coordination().claims();
        Map<String, List<PortClaim>> byHost = claims.stream().collect(Collectors.groupingBy(PortClaim::host));
        for (PortClaim claim : claims) {
            // A claim collides with itself.
            boolean alone = byHost.getOrDefault(claim.host(), List.of()).stream()
                            .filter(other -> collide(claim, other))
                            .count()
                    == 1;
            diagram.node(box(facts, diagram, claim).toned(alone ? Tone.PLAIN : Tone.CONFLICT));
        }
        return diagram.build();
    }

    /** The box of a claim, in the frame of its host; ids sort by number. */
    static Node box(Facts facts, DiagramBuilder diagram, PortClaim claim) {
        String number = claim.from() == claim.to() ? "" + claim.from() : claim.from() + "-" + claim.to();
        String id = "port:" + claim.host() + ":" + "%05d".formatted(claim.from()) + "-" + claim.to() + "/"
                + claim.protocol() + ":" + claim.by() + ":" + claim.name();
        Node service = facts.placed(diagram, claim.by());
        Node port = Node.of(id, number + "/" + claim.protocol() + " " + service.label(), "port")
                .in(facts.frames(diagram, "host:" + claim.host()))
                .at(claim.location())
                .with("port", number)
                .with("protocol", claim.protocol())
                .with("name", claim.name())
                .with("bind", claim.bind())
                .with("public", claim.open() ? "yes" : "no")
                .with("origin", claim.origin())
                .with("layer", claim.layer())
                .with("host", claim.host())
                .with("environment", service.attribute("environment"));
        return facts.members.belonging(port.with("service", claim.by()), facts.service(claim.by()));
    }

    private static boolean collide(PortClaim a, PortClaim b) {
        return a.protocol().equals(b.protocol())
                && a.from() <= b.to()
                && b.from() <= a.to()
                && (a.bind().equals(b.bind()) || EVERYWHERE.contains(a.bind()) || EVERYWHERE.contains(b.bind()));
    }
}
