package dev.fairlead.cli.report;

import dev.fairlead.fleet.Resolution;
import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.finding.Severity;

/** What a report comes to. */
public record Summary(int errors, int warnings, int notes, int services, int hosts) {
    public static Summary of(Resolution resolution) {
        int hosts = 0;
        for (Resolution.Scope scope : resolution.scopes()) {
            if (scope.kind().equals("host")) {
                hosts++;
            }
        }
        return new Summary(
                count(resolution, Severity.ERROR),
                count(resolution, Severity.WARNING),
                count(resolution, Severity.NOTE),
                resolution.services().size(),
                hosts);
    }

    private static int count(Resolution resolution, Severity severity) {
        int count = 0;
        for (Finding finding : resolution.findings()) {
            if (finding.severity() == severity) {
                count++;
            }
        }
        return count;
    }

    /** {@code 1 host}, {@code 2 hosts}. */
    static String plural(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
