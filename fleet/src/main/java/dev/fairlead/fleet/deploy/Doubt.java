package dev.fairlead.fleet.deploy;

import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.finding.FindingId;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What of a fleet could not be read. What is missing may be there, so what finds nothing where there is doubt is unknown
 * and not missing: one mistake is one finding.
 *
 * @param everywhere true if a whole file is unknown, and with it perhaps anything
 * @param scopes the ids of the scopes about which something is unknown; of services {@link Meta#known} tells
 * @param aspects the paths of the aspects of which is unknown where they are deployed
 */
public record Doubt(boolean everywhere, Set<String> scopes, Set<String> aspects) {
    private static final String ASPECT = "den.aspects.";

    /** The findings that stand for something unknown; the others stand for something known and wrong. */
    private static final Set<FindingId> UNKNOWN = EnumSet.of(
            FindingId.SYNTAX, FindingId.EVALUATION, FindingId.CONFLICTING_DEFINITIONS, FindingId.VALUE_CYCLE);

    public Doubt {
        scopes = Set.copyOf(scopes);
        aspects = Set.copyOf(aspects);
    }

    /** Whether anything is unknown. */
    public boolean isAny() {
        return everywhere || !scopes.isEmpty() || !aspects.isEmpty();
    }

    /** The first of some findings that leaves doubt, or null. */
    public static @Nullable Finding cause(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> UNKNOWN.contains(finding.id()))
                .findFirst()
                .orElse(null);
    }

    /** The doubt that findings leave. */
    public static Doubt of(List<Finding> findings) {
        boolean everywhere = false;
        var scopes = new HashSet<String>();
        var aspects = new HashSet<String>();
        for (Finding finding : findings) {
            if (UNKNOWN.contains(finding.id())) {
                if (finding.subject() == null) {
                    everywhere = true;
                } else if (finding.subject().startsWith(ASPECT)) {
                    aspects.add(finding.subject().substring(ASPECT.length()));
                } else if (!finding.subject().startsWith("service:")) {
                    scopes.add(finding.subject());
                }
            }
        }
        return new Doubt(everywhere, scopes, aspects);
    }
}
