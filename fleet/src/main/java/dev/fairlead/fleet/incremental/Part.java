package dev.fairlead.fleet.incremental;

import dev.fairlead.fleet.claim.Locked;
import dev.fairlead.fleet.declare.Contribution;
import dev.fairlead.fleet.declare.Elsewhere;
import dev.fairlead.fleet.declare.FleetInput;
import dev.fairlead.fleet.declare.Survey;
import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.resolution.Coordination.Channel;
import dev.fairlead.fleet.resolution.Owners;
import dev.fairlead.fleet.resolution.Resolution;
import dev.fairlead.fleet.resolution.Resolution.Scope;
import dev.fairlead.fleet.resolution.Resolution.Service;
import dev.fairlead.fleet.resolve.FleetResolver;
import dev.fairlead.fleet.resolve.Footprint;
import dev.fairlead.fleet.resolve.Guest;
import dev.fairlead.fleet.resolve.Guests;
import dev.fairlead.fleet.resolve.Traced;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The part of a fleet that an edit of some files reaches. */
final class Part {
    private static final String UNDECLARED = "env:default";

    private final FleetInput input;
    private final Locked locked;
    private final Traced known;
    private final Neighbours neighbours;
    private final Set<String> files;
    private final double largest;
    private final Map<String, Set<String>> hostsOf;
    private final Map<String, Set<String>> filesOf = new HashMap<>();
    private final Set<String> all = new HashSet<>();

    /** Those that are resolved, those of them that may have changed, and those that are only seen. */
    private Set<String> hosts = Set.of();

    private Set<String> changed = Set.of();
    private Set<String> guests = Set.of();
    private Traced seen;

    /**
     * @param input the fleet with the files as they are now
     * @param files those that were edited; each declares hosts and nothing else
     * @param largest the share of the hosts that the part may be
     */
    Part(FleetInput input, Locked locked, Traced known, Neighbours neighbours, Set<String> files, double largest) {
        this.largest = largest;
        this.input = input;
        this.locked = locked;
        this.known = known;
        this.neighbours = neighbours;
        this.files = files;
        this.hostsOf = known.survey().hosts();
        this.seen = new Traced(known.resolution(), new Survey(), Map.of(), Map.of());
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

    /**
     * The whole fleet as it is now.
     *
     * @param likely hosts that are likely to change too, to begin with
     */
    Resolution resolve(Set<String> likely) throws WholeFleetException {
        changed = files.stream()
                .flatMap(file -> hostsOf.getOrDefault(file, Set.of()).stream())
                .collect(Collectors.toSet());
        hosts = around(changed);
        var withLikely = new HashSet<>(hosts);
        withLikely.addAll(around(likely));
        if (all.containsAll(withLikely) && withLikely.size() <= largest * all.size()) {
            hosts = withLikely;
        }
        guests = guests();
        while (true) {
            if (hosts.size() > largest * all.size()) {
                throw new WholeFleetException("most of it depends on what changed");
            }
            var appearances =
                    new Guests(guests.stream().map(known.appearances()::get).toList());
            seen = FleetResolver.trace(input.of(contributions(), elsewhere()), locked.of(this::isHere), appearances);
            if (!hosts.containsAll(seen.survey().wanted())) {
                hosts.addAll(around(seen.survey().wanted()));
                guests = guests();
                continue;
            }
            check();
            var spread = new Spread(known, seen, neighbours, hosts);
            changed = spread.from(changed);
            if (!all.containsAll(changed)) {
                throw new WholeFleetException("what is deployed on no host depends on what changed");
            }
            Set<String> before = hosts;
            Set<String> seenBefore = guests;
            hosts = new HashSet<>(hosts);
            hosts.addAll(around(changed));
            guests = guests();
            if (hosts.equals(before) && seenBefore.containsAll(guests)) {
                if (spread.gathersNothing(changed)) {
                    throw new WholeFleetException("somebody gathers from a channel and gets nothing");
                }
                return spliced(spread.otherwiseUsed(changed));
            }
        }
    }

    /** The hosts that are only seen. What cannot be shown to others as it was is resolved as well. */
    private Set<String> guests() {
        while (true) {
            Set<String> seenOnly = neighbours.inSight(hosts, seen);
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
                users(known.resolution(), isElsewhere),
                known.resolution().coordination().channels().keySet(),
                neighbours.gathered());
    }

    private static Set<String> users(Resolution resolution, Predicate<String> hosts) {
        return resolution.scopes().stream()
                .filter(scope -> scope.kind().equals("user") && hosts.test(String.valueOf(Owners.ofScope(scope.id()))))
                .map(Scope::id)
                .collect(Collectors.toSet());
    }

    private boolean isHere(String service) {
        return hosts.contains(service.substring(service.lastIndexOf('@') + 1));
    }

    /** Refuses what cannot be understood from a part. */
    private void check() throws WholeFleetException {
        Resolution part = seen.resolution();
        if (seen.survey().onlooker().isPresent()) {
            throw new WholeFleetException(seen.survey().onlooker().get() + " looks at hosts in general");
        }
        for (String file : files) {
            if (!Objects.equals(seen.survey().hosts().get(file), hostsOf.get(file))) {
                throw new WholeFleetException("which hosts there are changed");
            }
        }
        if (!users(part, hosts::contains).equals(users(known.resolution(), hosts::contains))) {
            throw new WholeFleetException("which users there are changed");
        }
        if (!others(part).equals(others(known.resolution())) || !around(part).equals(around(known.resolution()))) {
            throw new WholeFleetException("what is around its hosts changed");
        }
        if (!neighbours.gathered().containsAll(gathered())) {
            throw new WholeFleetException("somebody gathers from a channel that nobody gathered from");
        }
        SplicedFindings.check(part.findings());
    }

    private Set<String> gathered() {
        return seen.footprints().values().stream()
                .flatMap(footprint -> footprint.gathers().stream())
                .collect(Collectors.toSet());
    }

    /** The scopes that belong to no host, but for the one that is there only while a host needs it. */
    private static List<Scope> others(Resolution resolution) {
        return resolution.scopes().stream()
                .filter(scope -> Owners.ofScope(scope.id()) == null && !isUndeclared(scope))
                .toList();
    }

    private static boolean isUndeclared(Scope scope) {
        return scope.id().equals(UNDECLARED) && scope.location() == null;
    }

    /** What is around each host of the part. */
    private Map<String, String> around(Resolution resolution) {
        return resolution.scopes().stream()
                .filter(scope -> scope.kind().equals("host") && hosts.contains(scope.name()))
                .collect(Collectors.toMap(Scope::id, scope -> String.valueOf(scope.parent())));
    }

    /** @param otherwiseUsed the channels that the hosts use otherwise than before */
    private Resolution spliced(Set<String> otherwiseUsed) throws WholeFleetException {
        Resolution part = seen.resolution();
        checkContext(part);
        var splice = new Splice(known.resolution(), part, changed);
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

    /** What is only there to be looked at must be what it was; that it is not would be a mistake of this class. */
    private void checkContext(Resolution part) throws WholeFleetException {
        Predicate<Service> isContext = service ->
                service.host() != null && hosts.contains(service.host()) && !changed.contains(service.host());
        List<Service> before =
                known.resolution().services().stream().filter(isContext).toList();
        List<Service> now = part.services().stream().filter(isContext).toList();
        if (!before.equals(now)) {
            throw new WholeFleetException("a host changed that nothing should have reached");
        }
    }
}
