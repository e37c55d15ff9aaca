package dev.fairlead.fleet.deploy;

import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.finding.FindingId;
import dev.fairlead.fleet.finding.Place;
import dev.fairlead.fleet.finding.Suggestions;
import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.IntValue;
import dev.fairlead.nix.value.Value;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Looks whether {@code meta.constraints} are some. Whether they hold is what a rule says that ships with Fairlead. */
final class ConstraintsReader {
    private static final Set<String> LIMITS = Set.of("minHosts", "maxHosts", "maxInstances");
    private static final String PER = "per";

    private final FacetReader facet;
    private final String path;

    /** @param path how messages call them: {@code den.aspects.dns.meta.constraints} */
    ConstraintsReader(FacetReader facet, String path) {
        this.facet = facet;
        this.path = path;
    }

    void check(Value cell, @Nullable Place near) {
        AttrsValue constraints = facet.attrs(cell, path, near);
        for (int i = 0; constraints != null && i < constraints.size(); i++) {
            String name = Bytes.decode(constraints.name(i).name());
            Place place = facet.place(constraints, i, near);
            if (LIMITS.contains(name)) {
                Value limit = facet.read(constraints.value(i), path + "." + name, place);
                if (!(limit instanceof IntValue)) {
                    facet.wrong(limit, path + "." + name, "a number", place);
                }
            } else if (name.equals(PER)) {
                String per = facet.text(constraints.value(i), path + "." + PER, place);
                if (per != null && !per.equals("fleet") && !per.equals("environment")) {
                    facet.report(constraint(PER + " must be \"fleet\" or \"environment\"."), place);
                }
            } else {
                unknown(name, place);
            }
        }
    }

    private void unknown(String name, @Nullable Place place) {
        var known = new TreeSet<>(LIMITS);
        known.add(PER);
        String nearest = Suggestions.nearest(name, known);
        facet.report(
                constraint(name + " is none of " + String.join(", ", known) + ".")
                        .fix(nearest == null ? null : "did you mean \"" + nearest + "\"?"),
                place);
    }

    private Finding.Builder constraint(String what) {
        return Finding.of(FindingId.CONSTRAINT, path + "." + what);
    }
}
