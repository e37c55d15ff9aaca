package dev.fairlead.fleet.claim;

import dev.fairlead.fleet.declare.Declarations;
import dev.fairlead.fleet.declare.Findings;
import dev.fairlead.fleet.deploy.Context;
import dev.fairlead.fleet.deploy.FacetReader;
import dev.fairlead.fleet.finding.Place;
import dev.fairlead.fleet.finding.Suggestions;
import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.Symbol;
import dev.fairlead.nix.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What Fairlead chooses ports from: {@code den.fleet.ports.auto}.
 *
 * @param location where it is declared, if it is
 */
record AutoRange(PortRange range, @Nullable Place location) {
    private static final String PORTS = "den.fleet.ports";

    /** Below what Linux gives to connections (32768 and up), above what is registered for common services. */
    private static final AutoRange DEFAULT = new AutoRange(new PortRange(20_000, 29_999), null);

    static AutoRange of(Declarations declarations, Claims.Setting setting, Findings findings) {
        AttrsValue fleet = declarations.scopes().fleet().attributes();
        Value declared = fleet.get("ports");
        if (declared == null) {
            return DEFAULT;
        }
        var facet = new FacetReader(
                Context.NOWHERE, setting.arguments(), "fleet", setting.places(), setting.errors(), findings);
        Place place = setting.places().at(fleet.position(Symbol.of("ports")));
        AttrsValue ports = facet.attrs(declared, PORTS, place);
        AutoRange range = DEFAULT;
        for (int i = 0; ports != null && i < ports.size(); i++) {
            String name = Bytes.decode(ports.name(i).name());
            Place at = facet.place(ports, i, place);
            if (!name.equals(PortReader.AUTO)) {
                facet.unknown(PORTS + "." + name, Suggestions.nearest(name, List.of(PortReader.AUTO)), at);
                continue;
            }
            PortRange read = PortReader.readRange(facet, ports.value(i), PORTS + ".auto", at);
            range = read == null ? DEFAULT : new AutoRange(read, at);
        }
        return range;
    }
}
