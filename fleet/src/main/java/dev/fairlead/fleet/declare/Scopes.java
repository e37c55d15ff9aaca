package dev.fairlead.fleet.declare;

import dev.fairlead.fleet.declare.Declarations.Listed;
import dev.fairlead.fleet.declare.Declarations.ScopeDeclaration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The scopes that a fleet declares. Immutable; finding one by its id costs the same in a large fleet as in a small one. */
public final class Scopes {
    private final ScopeDeclaration fleet;
    private final List<ScopeDeclaration> environments;
    private final List<ScopeDeclaration> hosts;
    private final List<ScopeDeclaration> users;
    private final List<ScopeDeclaration> entities;
    private final List<Listed> defaultIncludes;
    private final List<ScopeDeclaration> all;
    private final Map<String, ScopeDeclaration> byId;

    /**
     * @param environments sorted by name; {@code default} is among them if a host needs it
     * @param hosts sorted by name
     * @param users sorted by host, then name
     * @param entities the scopes of further kinds, those around others first, then by name
     * @param defaultIncludes {@code den.default.includes}, which every host gets
     */
    Scopes(
            ScopeDeclaration fleet,
            List<ScopeDeclaration> environments,
            List<ScopeDeclaration> hosts,
            List<ScopeDeclaration> users,
            List<ScopeDeclaration> entities,
            List<Listed> defaultIncludes) {
        this.fleet = fleet;
        this.environments = List.copyOf(environments);
        this.hosts = List.copyOf(hosts);
        this.users = List.copyOf(users);
        this.entities = List.copyOf(entities);
        this.defaultIncludes = List.copyOf(defaultIncludes);
        var every = new ArrayList<ScopeDeclaration>();
        every.add(fleet);
        List.of(environments, hosts, users, entities).forEach(every::addAll);
        this.all = List.copyOf(every);
        this.byId = new HashMap<>();
        all.forEach(scope -> byId.put(scope.id(), scope));
    }

    /** The root scope. */
    public ScopeDeclaration fleet() {
        return fleet;
    }

    public List<ScopeDeclaration> environments() {
        return environments;
    }

    public List<ScopeDeclaration> hosts() {
        return hosts;
    }

    public List<ScopeDeclaration> users() {
        return users;
    }

    /** The scopes of further kinds. */
    public List<ScopeDeclaration> entities() {
        return entities;
    }

    /** What every host includes. */
    public List<Listed> defaultIncludes() {
        return defaultIncludes;
    }

    /** All scopes, those around others first: the fleet, environments, hosts, users, and those of further kinds. */
    public List<ScopeDeclaration> all() {
        return all;
    }

    /** The scope with an id, or null. */
    public @Nullable ScopeDeclaration find(String id) {
        return byId.get(id);
    }

    /** The scope around another; null around the fleet. */
    public @Nullable ScopeDeclaration around(ScopeDeclaration scope) {
        return scope.parent() == null ? null : byId.get(scope.parent());
    }

    /** The scope of a kind that another lies in, itself included; null if there is none. */
    public @Nullable ScopeDeclaration enclosing(ScopeDeclaration scope, String kind) {
        ScopeDeclaration at = scope;
        while (at != null && !at.kind().equals(kind)) {
            at = around(at);
        }
        return at;
    }

    /** A scope and those around it, outwards. */
    public List<ScopeDeclaration> outwards(ScopeDeclaration scope) {
        var outwards = new ArrayList<ScopeDeclaration>();
        for (ScopeDeclaration at = scope; at != null; at = around(at)) {
            outwards.add(at);
        }
        return outwards;
    }

    /** The same scopes, each changed. */
    Scopes with(UnaryOperator<ScopeDeclaration> change) {
        return new Scopes(
                change.apply(fleet),
                changed(environments, change),
                changed(hosts, change),
                changed(users, change),
                changed(entities, change),
                defaultIncludes);
    }

    private static List<ScopeDeclaration> changed(
            List<ScopeDeclaration> scopes, UnaryOperator<ScopeDeclaration> change) {
        return scopes.stream().map(change).toList();
    }
}
