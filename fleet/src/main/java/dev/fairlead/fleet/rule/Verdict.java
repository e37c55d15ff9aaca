package dev.fairlead.fleet.rule;

import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.resolution.Firing;
import java.util.List;

/**
 * What the rules of a fleet agree on.
 *
 * @param fleet the fleet under the policy that they agree on
 * @param findings what they, and their evaluation, report
 * @param firings what they asked for, of which facts
 */
public record Verdict<S extends Snapshot>(S fleet, List<Finding> findings, List<Firing> firings) {
    public Verdict {
        findings = List.copyOf(findings);
        firings = List.copyOf(firings);
    }
}
