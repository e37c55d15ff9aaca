package dev.fairlead.fleet.declare;

import dev.fairlead.fleet.declare.Declarations.ScopeDeclaration;
import dev.fairlead.nix.value.AttrsBuilder;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.Promise;
import dev.fairlead.nix.value.Symbol;
import dev.fairlead.nix.value.Value;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is noted while a fleet is resolved, so that less need be resolved when little changes: which of its files declare
 * hosts and nothing else, and whether anything looked at hosts in general, so that it may depend on any of them.
 */
public final class Survey {
    private static final Symbol HOSTS = Symbol.of("hosts");

    private final Map<String, Set<String>> hosts = new HashMap<>();
    private final Set<String> others = new HashSet<>();
    private final Set<String> wanted = new HashSet<>();
    private final Map<String, Set<String>> looks = new HashMap<>();
    private @Nullable String onlooker;

    /**
     * Notes that something may depend on every host of the fleet.
     *
     * @param who what looked, as a noun: {@code den.hosts}, {@code a rule}
     */
    public void everyHost(String who) {
        if (onlooker == null) {
            onlooker = who;
        }
    }

    /** Notes that what becomes of one host may depend on all that another is; both by their ids. */
    public void looks(String host, String other) {
        if (!host.equals(other)) {
            looks.computeIfAbsent(host, key -> new HashSet<>()).add(other);
        }
    }

    /** The ids of the hosts that a host looked at as a whole, by its id. */
    public Map<String, Set<String>> looks() {
        return Collections.unmodifiableMap(looks);
    }

    /** What looked at hosts in general, if anything did. */
    public Optional<String> onlooker() {
        return Optional.ofNullable(onlooker);
    }

    /** The names of the hosts that a file declares, for each file that declares hosts and nothing else. */
    public Map<String, Set<String>> hosts() {
        return Collections.unmodifiableMap(hosts);
    }

    /** The names of the hosts that other files declare, or say something of. */
    public Set<String> others() {
        return Collections.unmodifiableSet(others);
    }

    /** The names of the hosts elsewhere that were looked for: this part of the fleet is nothing without them. */
    public Set<String> wanted() {
        return Collections.unmodifiableSet(wanted);
    }

    void wants(String host) {
        wanted.add(host);
    }

    /** Notes that a host elsewhere was looked for: the one that a scope is or lies on. */
    public void wants(ScopeDeclaration scope) {
        String around = scope.parent();
        wants(
                around != null && around.startsWith(ScopeNames.HOST)
                        ? around.substring(ScopeNames.HOST.length())
                        : scope.name());
    }

    void hosts(String file, Set<String> declared) {
        hosts.put(file, Set.copyOf(declared));
    }

    void elsewhere(Set<String> declared) {
        others.addAll(declared);
    }

    /** {@code den} as programs see it: that one of them reads the hosts is noted. */
    AttrsValue watched(AttrsValue den) {
        Value declared = den.get(HOSTS);
        if (declared == null) {
            return den;
        }
        var attrs = new AttrsBuilder(den.size());
        for (int i = 0; i < den.size(); i++) {
            boolean isHosts = den.name(i) == HOSTS;
            attrs.add(den.name(i), isHosts ? new Watched(declared) : den.value(i), den.position(i));
        }
        return attrs.build();
    }

    /** A cell as it is for who does not depend on each host by reading it. */
    static Value unwatched(Value cell) {
        return cell instanceof Watched watched ? watched.cell : cell;
    }

    private final class Watched extends Promise {
        private final Value cell;

        Watched(Value cell) {
            this.cell = cell;
        }

        @Override
        protected Value compute() {
            everyHost("den.hosts");
            return cell;
        }
    }
}
