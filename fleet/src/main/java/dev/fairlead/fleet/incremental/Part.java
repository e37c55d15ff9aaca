package dev.fairlead.fleet.incremental;

import dev.fairlead.fleet.claim.Locked;
import dev.fairlead.fleet.declare.Contribution;
import dev.fairlead.fleet.declare.Elsewhere;
import dev.fairlead.fleet.declare.FleetInput;
import dev.fairlead.fleet.declare.Survey;
import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.resolution.Coordination.Channel;
import dev.fairlead.fleet.resolution.Resolution;
import dev.fairlead.fleet.resolution.Resolution.Scope;
import dev.fairlead.fleet.resolve.ContentReader;
import dev.fairlead.fleet.resolve.FleetResolver;
import dev.fairlead.fleet.resolve.Footprint;
import dev.fairlead.fleet.resolve.Guest;
import dev.fairlead.fleet.resolve.Guests;
import dev.fairlead.fleet.resolve.Refresher.Refreshed;
import dev.fairlead.fleet.resolve.Traced;
import dev.fairlead.fleet.resolve.TracedPart;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The part of a fleet that an edit of some files reaches. */
final class Part {
    private final FleetInput input;
    private final Locked locked;
    private final Traced known;
    private final Neighbours neighbours;
    private final Readers readers;
    private final Set<String> files;
    private final double largest;
    private final Map<String, Set<String>> hostsOf;
    private final Map<String, Set<String>> filesOf = new HashMap<>();
    private final Set<String> all = new HashSet<>();

    /** Those that are resolved, and those of them that may have changed. */
    private Set<String> hosts = Set.of();

    private Set<String> changed = Set.of();

    /** Those that are only seen, and those of them that get something else from channels. */
    private Set<String> guests = Set.of();

    private Set<String> refreshed = Set.of();
    private Traced seen;

    /**
     * @param input the fleet with the files as they are now
     * @param files those that were edited; each declares hosts and nothing else
     * @param largest the share of the hosts that the part may be
     */
    Part(
            FleetInput input,
            Locked locked,
            Traced known,
            Neighbours neighbours,
            Readers readers,
            Set<String> files,
            double largest) {
        this.readers = readers;
        this.largest = largest;
        this.input = input;
        this.locked = locked;
        this.known = known;
        this.neighbours = neighbours;
        this.files = files;
        this.hostsOf = known.survey().hosts();
        this.seen = new Traced(known.resolution(), new Survey(), Map.of(), Map.of(), Map.of());
        hostsOf.forEach((file, hosts) -> hosts.forEach(
                host -> filesOf.computeIfAbsent(host, key -> new HashSet<>()).add(file)));
        for (Scope scope : known.resolution().scopes()) {
            if (scope.kind().equals("host")) {
                all.add(scope.name());
            }
        }
    }

    /** How many hosts were resolved. */
    int size() {
        return hosts.size();
    }

    /** The names of the hosts that may have changed. */
    Set<String> changed() {
        return changed;
    }

    /** How far the edit reached. */
    Reach reach() {
        return new Reach(changed, refreshed);
    }

    /** What the hosts that may have changed have to do with the others now. */
    Map<String, Footprint> footprints() {
        return changed.stream().collect(Collectors.toMap(host -> host, seen::footprint));
    }

    /** How all hosts look to others now. */
    Map<String, Guest> appearances() {
        var appearances = new HashMap<>(known.appearances());
        for (String host : changed) {
            appearances.remove(host);
            Guest guest = seen.appearances().get(host);
            if (guest != null) {
                appearances.put(host, guest);
            }
        }
        return appearances;
    }

    /** What of the hosts of the part can be computed alone now. */
    Map<String, List<ContentReader>> readers() {
        return seen.readers();
    }

    /**
     * The whole fleet as it is now.
     *
     * @param likely hosts that are likely to change too, to begin with
     */
    Resolution resolve(Reach likely) throws WholeFleetException {
        changed = files.stream()
                .flatMap(file -> hostsOf.getOrDefault(file, Set.of()).stream())
                .collect(Collectors.toSet());
        hosts = around(changed);
        var withLikely = new HashSet<>(hosts);
        withLikely.addAll(around(likely.changed()));
        if (all.containsAll(withLikely) && withLikely.size() <= largest * all.size()) {
            hosts = withLikely;
        }
        refreshed = likely.refreshed().stream().filter(this::isReader).collect(Collectors.toSet());
        guests = guests();
        while (true) {
            if (hosts.size() > largest * all.size()) {
                throw new WholeFleetException("most of it depends on what changed");
            }
            TracedPart part = trace();
            seen = part.traced();
            if (!hosts.containsAll(seen.survey().wanted())) {
                hosts.addAll(around(seen.survey().wanted()));
                guests = guests();
                continue;
            }
            var premises = new Premises(known.resolution(), seen, hosts);
            premises.check(files, hostsOf, neighbours.gathered());
            var spread = new Spread(known, seen, neighbours, hosts, this::isReader);
            changed = spread.from(changed);
            refreshed = spread.refreshed();
            if (!all.containsAll(changed)) {
                throw new WholeFleetException("what is deployed on no host depends on what changed");
            }
            if (!grows()) {
                Refreshed fresh = part.refresher().refresh(readers.of(refreshed));
                if (fresh.restless().isEmpty()) {
                    if (spread.gathersNothing(changed)) {
                        throw new WholeFleetException("somebody gathers from a channel and gets nothing");
                    }
                    premises.checkContext(changed);
                    return spliced(spread.otherwiseUsed(changed), fresh);
                }
                fresh.restless().forEach(service -> changed.add(host(service)));
                grows();
            }
        }
    }

    private TracedPart trace() {
        var appearances =
                new Guests(guests.stream().map(known.appearances()::get).toList());
        return FleetResolver.trace(input.of(contributions(), elsewhere()), locked.of(this::isHere), appearances);
    }

    /** Adds what is missing of all that the hosts that changed look at, and the others; false if nothing is. */
    private boolean grows() {
        Set<String> before = hosts;
        Set<String> seenBefore = guests;
        hosts = new HashSet<>(hosts);
        hosts.addAll(around(changed));
        guests = guests();
        return !hosts.equals(before) || !seenBefore.containsAll(guests);
    }

    /** Whether what a host gets from channels can be computed without the rest of it. */
    private boolean isReader(String host) {
        return !hosts.contains(host)
                && readers.areKnown(host)
                && known.appearances().containsKey(host);
    }

    /** The hosts that are only seen. What cannot be shown to others as it was is resolved as well. */
    private Set<String> guests() {
        while (true) {
            refreshed.removeAll(hosts);
            var onlookers = new HashSet<>(hosts);
            onlookers.addAll(refreshed);
            Set<String> seenOnly = neighbours.inSight(onlookers, seen);
            seenOnly.addAll(refreshed);
            seenOnly.retainAll(all);
            Set<String> unknown = seenOnly.stream()
                    .filter(host -> !known.appearances().containsKey(host))
                    .collect(Collectors.toSet());
            if (unknown.isEmpty()) {
                return seenOnly;
            }
            hosts = new HashSet<>(hosts);
            hosts.addAll(around(unknown));
        }
    }

    /** Some hosts and all they depend on, those of one file together; what other files declare is always there. */
    private Set<String> around(Set<String> some) {
        var around = new HashSet<>(some);
        around.addAll(known.survey().others());
        int before;
        do {
            before = around.size();
            around = new HashSet<>(neighbours.around(around, seen));
            for (String host : List.copyOf(around)) {
                for (String file : filesOf.getOrDefault(host, Set.of())) {
                    around.addAll(hostsOf.getOrDefault(file, Set.of()));
                }
            }
        } while (around.size() > before);
        return around;
    }

    private List<Contribution> contributions() {
        return input.contributions().stream()
                .filter(each -> {
                    Set<String> declared = hostsOf.get(each.file());
                    return declared == null || declared.stream().anyMatch(hosts::contains);
                })
                .toList();
    }

    private Elsewhere elsewhere() {
        Predicate<String> isElsewhere = host -> !hosts.contains(host);
        return new Elsewhere(
                all.stream().filter(isElsewhere).collect(Collectors.toSet()),
                Premises.users(known.resolution(), isElsewhere),
                known.resolution().coordination().channels().keySet(),
                neighbours.gathered());
    }

    private boolean isHere(String service) {
        return hosts.contains(host(service));
    }

    /** The name of the host of a service, by its id. */
    private static String host(String service) {
        return service.substring(service.lastIndexOf('@') + 1);
    }

    /** @param otherwiseUsed the channels that the hosts use otherwise than before */
    private Resolution spliced(Set<String> otherwiseUsed, Refreshed fresh) throws WholeFleetException {
        Resolution part = seen.resolution();
        var splice = new Splice(known.resolution(), part, changed, fresh);
        Set<String> own = changed.stream()
                .flatMap(host -> filesOf.getOrDefault(host, Set.of()).stream())
                .collect(Collectors.toSet());
        Map<String, Channel> channels = splice.channels();
        if (!channels.keySet()
                .equals(known.resolution().coordination().channels().keySet())) {
            throw new WholeFleetException("which channels there are changed");
        }
        var findings = new ArrayList<>(new SplicedFindings(changed, own, known.resolution(), part)
                .merged(known.resolution().findings(), part.findings()));
        findings.addAll(
                SplicedFindings.ofChannels(known.resolution(), own, otherwiseUsed, used(channels, otherwiseUsed)));
        findings.sort(Finding.ORDER);
        return splice.result(findings);
    }

    private static List<Channel> used(Map<String, Channel> channels, Set<String> names) {
        return channels.entrySet().stream()
                .filter(channel -> names.contains(channel.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }
}
