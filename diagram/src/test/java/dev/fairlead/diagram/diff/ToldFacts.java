package dev.fairlead.diagram.diff;

import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.resolution.Coordination.PortClaim;
import dev.fairlead.fleet.resolution.Firing;
import dev.fairlead.fleet.resolution.Resolution.Excluded;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One side of a difference, or a resolution, as lines of text. */
final class ToldFacts {
    private final Map<String, String> ids;
    private final Set<String> facts = new TreeSet<>();

    /** @param ids of services that have another id now */
    ToldFacts(Map<String, String> ids) {
        this.ids = ids;
    }

    Set<String> facts() {
        return facts;
    }

    private String now(String id) {
        return ids.getOrDefault(id, id);
    }

    void add(@Nullable Object present, @Nullable Object... words) {
        if (present != null) {
            facts.add(Twin.words(words));
        }
    }

    /** A line for each of several that may be equal. */
    void each(List<String> several, @Nullable Object... words) {
        for (String one : several) {
            int times = 1;
            while (!facts.add(Twin.words(words) + " " + one + " " + times)) {
                times++;
            }
        }
    }

    void port(@Nullable PortClaim claim) {
        if (claim != null) {
            facts.add(Twin.words("port", Twin.port(claim, ids)));
        }
    }

    void excluded(@Nullable Excluded excluded) {
        if (excluded != null) {
            facts.add(Twin.words(
                    "excluded",
                    excluded.id(),
                    excluded.by().stream().map(way -> now(way.by())).sorted().toList(),
                    excluded.includedBy().stream()
                            .map(way -> now(way.by()))
                            .sorted()
                            .toList()));
        }
    }

    void firing(@Nullable Firing firing) {
        if (firing != null) {
            facts.add(Twin.words(
                    "rule", firing.rule(), now(firing.fact()), firing.action(), now(firing.target()), firing.what()));
        }
    }

    void finding(Finding finding) {
        String subject = String.valueOf(finding.subject());
        facts.add(Twin.words("finding", finding.id(), now(subject), finding.message()));
    }
}
