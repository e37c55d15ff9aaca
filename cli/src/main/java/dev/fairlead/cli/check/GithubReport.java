package dev.fairlead.cli.check;

import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.finding.Place;
import dev.fairlead.fleet.finding.Severity;
import java.util.List;

/**
 * Writes findings as workflow commands of GitHub Actions, which become annotations of a change:
 * {@code ::error file=fleet.nix,line=3,col=5,endLine=3,endColumn=9,title=missing-dependency::...}.
 */
public final class GithubReport {
    private final FileNames files;

    public GithubReport(FileNames files) {
        this.files = files;
    }

    /** One line for each finding. */
    public String of(List<Finding> findings) {
        StringBuilder out = new StringBuilder();
        findings.forEach(finding -> append(finding, out));
        return out.toString();
    }

    private void append(Finding finding, StringBuilder out) {
        out.append("::")
                .append(
                        finding.severity() == Severity.NOTE
                                ? "notice"
                                : finding.severity().text())
                .append(' ');
        Place place = finding.location();
        if (place != null) {
            property("file", files.of(place.file()), out);
            property("line", place.line(), out);
            property("endLine", place.endLine(), out);
            // GitHub takes columns only where they are on one line, and counts the last one in.
            if (place.endLine() == place.line()) {
                property("col", place.column(), out);
                property("endColumn", Math.max(place.column(), place.endColumn() - 1), out);
            }
        }
        out.append("title=").append(propertyText(finding.id().text())).append("::");
        String fix = finding.fix() == null ? "" : "\nhelp: " + finding.fix();
        out.append(text(finding.message() + fix)).append('\n');
    }

    private static void property(String name, Object value, StringBuilder out) {
        out.append(name).append('=').append(propertyText(value.toString())).append(',');
    }

    private static String text(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String propertyText(String text) {
        return text(text).replace(":", "%3A").replace(",", "%2C");
    }
}
