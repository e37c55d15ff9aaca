package dev.fairlead.fleet.incremental;

import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.finding.FindingId;
import dev.fairlead.fleet.resolution.Coordination.Channel;
import dev.fairlead.fleet.resolution.Owners;
import dev.fairlead.fleet.resolution.Resolution;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * The findings of a fleet of which some hosts were resolved again: those of these hosts from the part, the others as they
 * were. Only where each finding is about one host, whatever the others are; else {@link WholeFleetException}.
 */
final class SplicedFindings {
    /** Allocation looks at the lock of all hosts, and names services as is clear in the whole fleet. */
    private static final Set<FindingId> OF_PORTS = EnumSet.of(FindingId.LOCK_STALE, FindingId.PORT_DISPLACED);

    /** They tell of all readers of a channel. */
    private static final Set<FindingId> UNCOVERED = EnumSet.of(FindingId.UNCOVERED_ITEM, FindingId.UNCOVERED_STATE);

    private final Set<String> files;
    private final Set<String> hosts;
    private final Owners owners;
    private final Owners before;

    /**
     * @param hosts the names of those that were resolved again
     * @param files those that declare them and nothing else
     */
    SplicedFindings(Set<String> hosts, Set<String> files, Resolution known, Resolution part) {
        this.hosts = hosts;
        this.files = files;
        this.before = new Owners(known);
        this.owners = new Owners(part);
    }

    /**
     * Refuses findings that hosts one by one cannot explain: an error can leave doubt about anything.
     *
     * @throws WholeFleetException if there are some
     */
    static void check(Collection<Finding> findings) throws WholeFleetException {
        for (Finding finding : findings) {
            if (finding.isError() && finding.id() != FindingId.RULE) {
                throw new WholeFleetException("it has errors");
            }
            if (OF_PORTS.contains(finding.id())) {
                throw new WholeFleetException("its ports are not those of its lock");
            }
        }
    }

    /** All findings of the fleet but those about unused channels. */
    List<Finding> merged(List<Finding> was, List<Finding> is) throws WholeFleetException {
        var merged = new ArrayList<Finding>();
        var general = new ArrayList<Finding>();
        for (Finding finding : was) {
            if (isOfChannels(finding)) {
                continue;
            }
            if (isOfHosts(finding)) {
                if (!UNCOVERED.contains(finding.id())) {
                    checkOwn(finding);
                }
            } else {
                checkOthers(finding);
                merged.add(finding);
                if (isGeneral(finding)) {
                    general.add(finding);
                }
            }
        }
        for (Finding finding : is) {
            if (isOfChannels(finding)) {
                continue;
            }
            if (isOfHosts(finding)) {
                if (UNCOVERED.contains(finding.id())) {
                    merged.add(asBefore(finding, was));
                } else {
                    checkOwn(finding);
                    merged.add(finding);
                }
            } else if (isGeneral(finding) && !general.remove(finding)) {
                throw new WholeFleetException("something is said of the fleet as a whole");
            }
        }
        if (!general.isEmpty()) {
            throw new WholeFleetException("something is no longer said of the fleet as a whole");
        }
        merged.sort(Finding.ORDER);
        return merged;
    }

    private static boolean isOfChannels(Finding finding) {
        return finding.id() == FindingId.UNUSED_CHANNEL;
    }

    private boolean isGeneral(Finding finding) {
        return owners.of(finding.subject()) == null && before.of(finding.subject()) == null;
    }

    private boolean isOfHosts(Finding finding) {
        String host =
                before.of(finding.subject()) == null ? owners.of(finding.subject()) : before.of(finding.subject());
        return host != null && hosts.contains(host);
    }

    private void checkOwn(Finding finding) throws WholeFleetException {
        boolean isHere = finding.rule() != null
                || (finding.location() != null
                        && files.contains(finding.location().file()));
        if (!isHere || !finding.candidates().isEmpty() || !finding.searched().isEmpty()) {
            throw new WholeFleetException("what is found on a host is shared with others");
        }
    }

    /** What was found before is still true, and tells of readers that are not in the part. */
    private static Finding asBefore(Finding finding, List<Finding> was) throws WholeFleetException {
        for (Finding before : was) {
            if (before.id() == finding.id()
                    && before.message().equals(finding.message())
                    && Objects.equals(before.subject(), finding.subject())
                    && Objects.equals(before.location(), finding.location())
                    && Objects.equals(before.related(), finding.related())) {
                return before;
            }
        }
        throw new WholeFleetException("nobody takes what it emits, of all who might");
    }

    private void checkOthers(Finding finding) throws WholeFleetException {
        boolean mentions = finding.candidates().stream().anyMatch(candidate -> isOfHosts(candidate.subject()))
                || finding.chain().stream().anyMatch(this::isOfHosts)
                || finding.related().stream()
                        .anyMatch(related -> files.contains(related.location().file()))
                || (finding.location() != null
                        && files.contains(finding.location().file()));
        if (mentions) {
            throw new WholeFleetException("what is found elsewhere mentions a host that changed");
        }
    }

    private boolean isOfHosts(String id) {
        String host = before.of(id);
        return host != null && hosts.contains(host);
    }

    /**
     * What is said of channels that nobody uses, which depends on who uses them anywhere.
     *
     * @param changed the channels that the hosts use otherwise than before
     */
    static List<Finding> ofChannels(Resolution known, Set<String> files, Set<String> changed, Collection<Channel> used)
            throws WholeFleetException {
        List<Finding> said =
                known.findings().stream().filter(SplicedFindings::isOfChannels).toList();
        if (said.stream().anyMatch(finding -> String.valueOf(finding.subject()).startsWith("service:"))) {
            throw new WholeFleetException("somebody gathers from a channel and gets nothing");
        }
        boolean moved = said.stream()
                .anyMatch(finding -> finding.location() != null
                        && files.contains(finding.location().file()));
        boolean isClear = said.isEmpty()
                && known.findings().stream().noneMatch(finding -> UNCOVERED.contains(finding.id()))
                && used.stream()
                        .noneMatch(channel ->
                                channel.items().isEmpty() || channel.consumers().isEmpty());
        if (moved || (!changed.isEmpty() && !isClear)) {
            throw new WholeFleetException("who uses channels changed");
        }
        return said;
    }
}
