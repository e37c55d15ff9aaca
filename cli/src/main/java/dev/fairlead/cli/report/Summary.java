package dev.fairlead.cli.report;

import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.finding.Severity;
import dev.fairlead.fleet.resolution.Resolution;
import java.util.List;

/**
 * What a report comes to.
 *
 * @param known how many findings it passes over because they were known
 */
public record Summary(int errors, int warnings, int notes, int known, int services, int hosts) {
    /** The summary of a report of all findings of a fleet. */
    public static Summary of(Resolution resolution) {
        return of(resolution, resolution.findings());
    }

    /** The summary of a report of some findings of a fleet, the others being known. */
    public static Summary of(Resolution resolution, List<Finding> findings) {
        int hosts = 0;
        for (Resolution.Scope scope : resolution.scopes()) {
            if (scope.kind().equals("host")) {
                hosts++;
            }
        }
        return new Summary(
                count(findings, Severity.ERROR),
                count(findings, Severity.WARNING),
                count(findings, Severity.NOTE),
                resolution.findings().size() - findings.size(),
                resolution.services().size(),
                hosts);
    }

    private static int count(List<Finding> findings, Severity severity) {
        int count = 0;
        for (Finding finding : findings) {
            if (finding.severity() == severity) {
                count++;
            }
        }
        return count;
    }

    /** {@code 1 host}, {@code 2 hosts}. */
    public static String plural(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
