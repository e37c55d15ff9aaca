package dev.fairlead.cli.check;

import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.resolution.Resolution;
import java.util.ArrayList;
import java.util.List;

/**
 * The findings of a fleet, compared with those that were known.
 *
 * @param findings all of them, in the order of reports
 * @param gone how many known findings the fleet has no longer
 */
public record Checked(Resolution resolution, List<Marked> findings, int gone) {
    /** A finding, what identifies it from run to run, and whether it was known. */
    record Marked(Finding finding, String fingerprint, boolean known) {}

    public Checked {
        findings = List.copyOf(findings);
    }

    public static Checked of(Resolution resolution, Baseline baseline) {
        List<Finding> findings = resolution.findings();
        List<String> fingerprints = Fingerprints.of(findings);
        List<Marked> marked = new ArrayList<>(findings.size());
        int known = 0;
        for (int i = 0; i < findings.size(); i++) {
            boolean isKnown = baseline.has(fingerprints.get(i));
            marked.add(new Marked(findings.get(i), fingerprints.get(i), isKnown));
            known += isKnown ? 1 : 0;
        }
        return new Checked(resolution, marked, baseline.size() - known);
    }

    /** The findings that were not known, in the order of reports. */
    public List<Finding> fresh() {
        return findings.stream()
                .filter(marked -> !marked.known())
                .map(Marked::finding)
                .toList();
    }

    public int known() {
        return findings.size() - fresh().size();
    }
}
