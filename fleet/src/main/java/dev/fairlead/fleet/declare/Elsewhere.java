package dev.fairlead.fleet.declare;

import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a fleet has besides the part of it that is looked at: only the names are known, since references may name it.
 *
 * @param hosts the names of hosts
 * @param users the ids of users
 * @param channels the names of all channels
 * @param gathered the names of those from which somebody gathers
 */
public record Elsewhere(Set<String> hosts, Set<String> users, Set<String> channels, Set<String> gathered) {
    /** The whole fleet is looked at. */
    public static final Elsewhere NOTHING = new Elsewhere(Set.of(), Set.of(), Set.of(), Set.of());

    public Elsewhere {
        hosts = Set.copyOf(hosts);
        users = Set.copyOf(users);
        channels = Set.copyOf(channels);
        gathered = Set.copyOf(gathered);
    }

    /** The name of the host that a scope is or lies on, by its id, if that is elsewhere. */
    @Nullable
    String host(String scope) {
        if (users.contains(scope)) {
            return scope.substring(scope.lastIndexOf('@') + 1);
        }
        String name = scope.startsWith(ScopeNames.HOST) ? scope.substring(ScopeNames.HOST.length()) : "";
        return hosts.contains(name) ? name : null;
    }

    /** The names of what of a kind is elsewhere, as references have them. */
    Collection<String> names(String kind) {
        return switch (kind) {
            case ScopeKind.HOST -> hosts;
            case ScopeKind.USER ->
                users.stream().map(id -> id.substring("user:".length())).toList();
            default -> Set.of();
        };
    }
}
