package dev.fairlead.fleet.rule;

import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.resolution.Resolution;
import dev.fairlead.fleet.resolve.WrittenFleet;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** What becomes of a fleet with rules that a test writes. */
record RuledFleet(Resolution resolution) {
    /** @param den the attributes of the file, which may use {@code den lib sel fleet actions gen-derive} */
    static RuledFleet resolve(Path directory, String den) {
        return new RuledFleet(WrittenFleet.resolve(directory, den));
    }

    /** Each finding as {@code severity[id]: message}. */
    List<String> findings() {
        return resolution.findings().stream()
                .map(finding -> finding.severity().text() + "[" + finding.id().text() + "]: " + finding.message())
                .toList();
    }

    Finding onlyFinding() {
        if (resolution.findings().size() != 1) {
            throw new AssertionError(findings());
        }
        return resolution.findings().getFirst();
    }

    List<String> services() {
        return resolution.services().stream().map(Resolution.Service::id).toList();
    }

    SortedSet<String> tags(String scope) {
        var tags = new TreeSet<String>();
        resolution.scopes().stream().filter(each -> each.id().equals(scope)).forEach(each -> tags.addAll(each.tags()));
        return tags;
    }
}
