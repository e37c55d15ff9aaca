package dev.fairlead.fleet.rule;

import dev.fairlead.fleet.finding.Finding;
import java.util.List;

/**
 * What the rules of a fleet agree on.
 *
 * @param fleet the fleet under the policy that they agree on
 * @param findings what they, and their evaluation, report
 */
public record Verdict<S extends Snapshot>(S fleet, List<Finding> findings) {
    public Verdict {
        findings = List.copyOf(findings);
    }
}
