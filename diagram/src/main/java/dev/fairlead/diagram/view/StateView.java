package dev.fairlead.diagram.view;

import dev.fairlead.diagram.ir.Diagram;
import dev.fairlead.diagram.ir.DiagramBuilder;
import dev.fairlead.diagram.ir.Edge;
import dev.fairlead.diagram.ir.Node;
import dev.fairlead.diagram.ir.Tone;
import dev.fairlead.fleet.resolution.Coordination.StateClaim;
import dev.fairlead.fleet.resolution.Resolution.Data;

/** What services keep, and the backups that have it. */
final class StateView {
    private StateView() {}

    static Diagram of(Facts facts) {
        DiagramBuilder diagram = facts.builder(View.STATE, "State of " + facts.fleet() + " and its backups");
        for (StateClaim claim : facts.coordination().state()) {
            Node service = facts.placed(diagram, claim.service());
            boolean declined = declined(claim.value());
            boolean bare = claim.coveredBy().isEmpty() && !declined;
            diagram.node(new Node(
                            service.id(),
                            service.label() + (declined ? " (no backup wanted)" : ""),
                            "state",
                            service.group(),
                            bare ? Tone.UNCOVERED : Tone.PLAIN,
                            service.attributes(),
                            claim.location(),
                            null)
                    .with("state", DataText.of(claim.value())));
            for (String backup : claim.coveredBy()) {
                diagram.node(facts.placed(diagram, backup));
                diagram.edge(Edge.of(claim.service(), backup, "backed up by", "backup"));
            }
        }
        return diagram.build();
    }

    /** {@code state.backup = false} says that nobody should back it up. */
    private static boolean declined(Data state) {
        return state instanceof Data.Fields fields
                && fields.fields().get("backup") instanceof Data.Truth(boolean wanted)
                && !wanted;
    }
}
