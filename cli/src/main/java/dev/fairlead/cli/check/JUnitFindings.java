package dev.fairlead.cli.check;

import static dev.fairlead.cli.report.XmlText.attribute;
import static dev.fairlead.cli.report.XmlText.escaped;

import dev.fairlead.cli.report.FindingText;
import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.finding.Place;
import dev.fairlead.fleet.finding.Severity;
import dev.fairlead.fleet.resolution.Resolution;
import dev.fairlead.fleet.resolution.Resolution.Service;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reports a check in the XML of JUnit, which build servers read. Each service is a test, in the suite of the scope that it
 * is deployed in, and what else has findings is one too: a scope, or a file for findings that are about neither. A test
 * fails if it has a finding that makes {@code check} fail; its other findings are its output.
 */
public final class JUnitFindings {
    private static final String FILES = "files";

    private final FileNames files;
    private final FindingText text;
    private final boolean denyWarnings;

    /** @param denyWarnings whether warnings are failures too */
    public JUnitFindings(FileNames files, FindingText text, boolean denyWarnings) {
        this.files = files;
        this.text = text;
        this.denyWarnings = denyWarnings;
    }

    /** The report of these findings of a fleet. */
    public String of(Resolution resolution, List<Finding> findings) {
        // By suite, then by what is tested.
        SortedMap<String, SortedMap<String, List<Finding>>> suites = new TreeMap<>();
        Map<String, String> scopes = new TreeMap<>();
        for (Service service : resolution.services()) {
            scopes.put(service.id(), service.scope());
            suites.computeIfAbsent(service.scope(), _ -> new TreeMap<>()).put(service.id(), List.of());
        }
        for (Finding finding : findings) {
            String subject = subject(finding);
            String suite = scopes.getOrDefault(subject, finding.subject() == null ? FILES : subject);
            suites.computeIfAbsent(suite, _ -> new TreeMap<>())
                    .merge(
                            subject,
                            List.of(finding),
                            (a, b) -> Stream.concat(a.stream(), b.stream()).toList());
        }
        return write(suites);
    }

    private String subject(Finding finding) {
        if (finding.subject() != null) {
            return finding.subject();
        }
        return finding.location() == null
                ? "fleet"
                : files.of(finding.location().file());
    }

    private String write(SortedMap<String, SortedMap<String, List<Finding>>> suites) {
        StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        out.append("<testsuites name=\"fairlead check\"")
                .append(counts(suites.values().stream().flatMap(tests -> tests.values().stream())))
                .append(">\n");
        suites.forEach((suite, tests) -> {
            out.append("  <testsuite").append(attribute("name", suite));
            out.append(counts(tests.values().stream())).append(">\n");
            tests.forEach((subject, findings) -> test(suite, subject, findings, out));
            out.append("  </testsuite>\n");
        });
        return out.append("</testsuites>\n").toString();
    }

    private String counts(Stream<List<Finding>> tests) {
        List<List<Finding>> all = tests.toList();
        long failed = all.stream().filter(findings -> failure(findings) != null).count();
        return " tests=\"" + all.size() + "\" failures=\"" + failed + "\" errors=\"0\"";
    }

    /** The finding for which a test fails, or null. */
    private @Nullable Finding failure(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.severity() == Severity.ERROR
                        || (denyWarnings && finding.severity() == Severity.WARNING))
                .findFirst()
                .orElse(null);
    }

    private void test(String suite, String subject, List<Finding> findings, StringBuilder out) {
        out.append("    <testcase").append(attribute("classname", suite)).append(attribute("name", subject));
        if (findings.isEmpty()) {
            out.append("/>\n");
            return;
        }
        Place place = findings.getFirst().location();
        if (place != null) {
            out.append(attribute("file", files.of(place.file())));
            out.append(attribute("line", Integer.toString(place.line())));
        }
        out.append(">\n");
        Finding failure = failure(findings);
        String element = failure == null ? "system-out" : "failure";
        out.append("      <").append(element);
        if (failure != null) {
            out.append(attribute("message", failure.message()));
            out.append(attribute("type", failure.id().text()));
        }
        out.append('>')
                .append(escaped(details(findings)))
                .append("</")
                .append(element)
                .append(">\n");
        out.append("    </testcase>\n");
    }

    private String details(List<Finding> findings) {
        StringBuilder details = new StringBuilder();
        for (Finding finding : findings) {
            if (!details.isEmpty()) {
                details.append('\n');
            }
            text.append(finding, details);
        }
        return details.toString().stripTrailing();
    }
}
