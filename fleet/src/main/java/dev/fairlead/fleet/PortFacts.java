package dev.fairlead.fleet;

import dev.fairlead.fleet.Coordination.PortClaim;
import dev.fairlead.fleet.rule.FactFields;
import dev.fairlead.fleet.rule.RuleFact;
import dev.fairlead.fleet.rule.World;
import java.util.ArrayList;
import java.util.List;

/** Claims on ports, as rules see them; one on a range is its first port, with {@code to} the last. */
final class PortFacts {
    private PortFacts() {}

    static List<RuleFact> of(List<PortClaim> claims, World world) {
        var facts = new ArrayList<RuleFact>();
        for (PortClaim claim : claims) {
            RuleFact service = world.service(claim.by());
            if (service != null) {
                FactFields fields = new FactFields()
                        .text("service", claim.by())
                        .text("host", claim.host())
                        .number("port", claim.from())
                        .number("to", claim.to())
                        .text("protocol", claim.protocol())
                        .text("bind", claim.bind())
                        .truth("public", claim.open());
                facts.add(RuleFact.of("port", service, claim.name(), fields, claim.location()));
            }
        }
        return facts;
    }
}
