package dev.fairlead.fleet.resolve;

import dev.fairlead.fleet.claim.ClaimedPorts;
import dev.fairlead.fleet.claim.ClaimedPorts.Collision;
import dev.fairlead.fleet.resolution.Coordination.PortClaim;
import dev.fairlead.fleet.rule.FactFields;
import dev.fairlead.fleet.rule.RuleFact;
import dev.fairlead.fleet.rule.World;
import dev.fairlead.nix.value.AttrsBuilder;
import dev.fairlead.nix.value.NullValue;
import dev.fairlead.nix.value.Symbol;
import dev.fairlead.nix.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Claims on ports, as rules see them; one on a range is its first port, with {@code to} the last. */
final class PortFacts {
    private static final String PORT = "port";

    private PortFacts() {}

    static List<RuleFact> of(ClaimedPorts ports, World world) {
        Map<PortClaim, Value> collisions = new HashMap<>();
        for (Collision collision : ports.collisions()) {
            Value seen = collision(collision);
            collision.claims().forEach(claim -> collisions.put(claim, seen));
        }
        var facts = new ArrayList<RuleFact>();
        for (PortClaim claim : ports.claims()) {
            RuleFact service = world.service(claim.by());
            if (service != null) {
                FactFields fields = new FactFields()
                        .text("service", claim.by())
                        .text("host", claim.host())
                        .number(PORT, claim.from())
                        .number("to", claim.to())
                        .text("protocol", claim.protocol())
                        .text("bind", claim.bind())
                        .truth("public", claim.open())
                        .truth("automatic", claim.isAutomatic())
                        .text("setting", claim.setting())
                        .text("layer", claim.layer())
                        .value("collision", collisions.getOrDefault(claim, NullValue.NULL));
                facts.add(RuleFact.of(PORT, service, claim.name(), fields, claim.location()));
            }
        }
        return facts;
    }

    private static Value collision(Collision collision) {
        var services = new TreeSet<String>();
        var claims = new ArrayList<String>();
        for (PortClaim claim : collision.claims()) {
            services.add(claim.by());
            claims.add(RuleFact.id(PORT, claim.by(), claim.name()));
        }
        return new AttrsBuilder(3)
                .add(Symbol.of("claims"), FactFields.strings(claims))
                .add(Symbol.of("services"), FactFields.strings(services))
                .add(Symbol.of("ports"), FactFields.strings(collision.ports()))
                .build();
    }
}
