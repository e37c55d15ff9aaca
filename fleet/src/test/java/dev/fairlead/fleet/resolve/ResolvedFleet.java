package dev.fairlead.fleet.resolve;

import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.resolution.Resolution;
import dev.fairlead.fleet.resolution.Resolution.Requirement;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What becomes of a fleet that a test writes, and what tests ask of it. */
public record ResolvedFleet(Resolution resolution) {
    /**
     * Resolves a fleet of one file.
     *
     * @param den what {@link WrittenFleet#den} takes
     */
    public static ResolvedFleet of(Path directory, String den) {
        return new ResolvedFleet(WrittenFleet.resolve(directory, den));
    }

    /** Each finding as {@code severity[id]: message}. */
    public List<String> findings() {
        return resolution.findings().stream()
                .map(finding -> finding.severity().text() + "[" + finding.id().text() + "]: " + finding.message())
                .toList();
    }

    /** The messages of the findings, one a line. */
    public String messages() {
        return resolution.findings().stream().map(Finding::message).collect(Collectors.joining("\n"));
    }

    public Finding onlyFinding() {
        if (resolution.findings().size() != 1) {
            throw new AssertionError(findings());
        }
        return resolution.findings().getFirst();
    }

    public List<String> services() {
        return resolution.services().stream().map(Resolution.Service::id).toList();
    }

    public Resolution.Service service(String id) {
        return resolution.service(id).orElseThrow(() -> new AssertionError(id + " is none of " + services()));
    }

    public Requirement requirement(String service, String capability) {
        return service(service).requires().stream()
                .filter(each -> each.capability().equals(capability))
                .findFirst()
                .orElseThrow();
    }

    /** The ids of what a requirement is bound to. */
    public List<String> bound(String service, String capability) {
        return requirement(service, capability).bound();
    }

    public SortedSet<String> tags(String scope) {
        var tags = new TreeSet<String>();
        resolution.scopes().stream().filter(each -> each.id().equals(scope)).forEach(each -> tags.addAll(each.tags()));
        return tags;
    }
}
