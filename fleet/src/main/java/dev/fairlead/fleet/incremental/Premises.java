package dev.fairlead.fleet.incremental;

import dev.fairlead.fleet.resolution.Owners;
import dev.fairlead.fleet.resolution.Resolution;
import dev.fairlead.fleet.resolution.Resolution.Scope;
import dev.fairlead.fleet.resolution.Resolution.Service;
import dev.fairlead.fleet.resolve.Traced;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What must be as it was so that what a part of a fleet is resolved to is what it is in the whole fleet. */
final class Premises {
    private static final String UNDECLARED = "env:default";

    private final Resolution known;
    private final Traced seen;
    private final Resolution part;
    private final Set<String> hosts;

    /**
     * @param known the fleet before the edit
     * @param seen the part
     * @param hosts the names of the hosts of the part
     */
    Premises(Resolution known, Traced seen, Set<String> hosts) {
        this.known = known;
        this.seen = seen;
        this.part = seen.resolution();
        this.hosts = hosts;
    }

    /**
     * Refuses what cannot be understood from a part.
     *
     * @param files those that were edited
     * @param declared the names of the hosts that each file declared
     * @param gathered the channels that somebody gathered from
     */
    void check(Collection<String> files, Map<String, Set<String>> declared, Set<String> gathered)
            throws WholeFleetException {
        if (seen.survey().onlooker().isPresent()) {
            throw new WholeFleetException(seen.survey().onlooker().get() + " looks at hosts in general");
        }
        for (String file : files) {
            if (!Objects.equals(seen.survey().hosts().get(file), declared.get(file))) {
                throw new WholeFleetException("which hosts there are changed");
            }
        }
        if (!users(part, hosts::contains).equals(users(known, hosts::contains))) {
            throw new WholeFleetException("which users there are changed");
        }
        if (!others(part).equals(others(known)) || !around(part).equals(around(known))) {
            throw new WholeFleetException("what is around its hosts changed");
        }
        if (seen.footprints().values().stream().anyMatch(footprint -> !gathered.containsAll(footprint.gathers()))) {
            throw new WholeFleetException("somebody gathers from a channel that nobody gathered from");
        }
        SplicedFindings.check(part.findings());
    }

    /** The ids of the users of some hosts. */
    static Set<String> users(Resolution resolution, Predicate<String> hosts) {
        return resolution.scopes().stream()
                .filter(scope -> scope.kind().equals("user") && hosts.test(String.valueOf(Owners.ofScope(scope.id()))))
                .map(Scope::id)
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

    /**
     * What is only there to be looked at must be what it was; that it is not would be a mistake of this package.
     *
     * @param changed the hosts of the part that are not only there for that
     */
    void checkContext(Set<String> changed) throws WholeFleetException {
        Predicate<Service> isContext = service ->
                service.host() != null && hosts.contains(service.host()) && !changed.contains(service.host());
        List<Service> before = known.services().stream().filter(isContext).toList();
        List<Service> now = part.services().stream().filter(isContext).toList();
        if (!before.equals(now)) {
            throw new WholeFleetException("a host changed that nothing should have reached");
        }
    }
}
