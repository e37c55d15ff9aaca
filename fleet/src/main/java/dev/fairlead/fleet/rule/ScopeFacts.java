package dev.fairlead.fleet.rule;

import dev.fairlead.fleet.declare.Declarations.ScopeDeclaration;
import dev.fairlead.fleet.rule.RuleFact.Home;
import dev.fairlead.fleet.select.Fact;
import dev.fairlead.nix.value.AttrsValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The fleet, its environments, hosts and users, and what else a fleet has scopes of, as facts. */
final class ScopeFacts {
    private static final List<String> KINDS = List.of("fleet", "environment", "host", "user");
    private static final String HOST = "host";
    private static final String ENVIRONMENT = "environment";

    private final World world;
    private final Observer observer;
    private final Map<String, ScopeDeclaration> declared = new HashMap<>();
    private final Map<String, List<String>> inside = new HashMap<>();
    private final Map<String, RuleFact> facts = new HashMap<>();
    private final Map<String, List<String>> ofKind = new LinkedHashMap<>();

    ScopeFacts(World world, Observer observer) {
        this.world = world;
        this.observer = observer;
        KINDS.forEach(kind -> ofKind.put(kind, new ArrayList<>()));
        for (ScopeDeclaration scope : world.snapshot().declarations().scopes().all()) {
            declared.put(scope.id(), scope);
            ofKind.computeIfAbsent(scope.kind(), key -> new ArrayList<>()).add(scope.id());
            if (scope.parent() != null) {
                inside.computeIfAbsent(scope.parent(), key -> new ArrayList<>()).add(scope.id());
            }
        }
    }

    Set<String> kinds() {
        return ofKind.keySet();
    }

    List<RuleFact> facts(String kind) {
        return known(ofKind.getOrDefault(kind, List.of()));
    }

    /** The scope with an id, or null. */
    @Nullable
    RuleFact find(String id) {
        RuleFact known = facts.get(id);
        ScopeDeclaration scope = declared.get(id);
        if (known == null && scope != null) {
            known = fact(scope);
            facts.put(id, known);
        }
        return known;
    }

    private List<RuleFact> known(List<String> ids) {
        return ids.stream().map(this::find).filter(Objects::nonNull).toList();
    }

    private RuleFact fact(ScopeDeclaration scope) {
        RuleFact parent = scope.parent() == null ? null : find(scope.parent());
        String host = enclosing(scope, HOST);
        String environment = enclosing(scope, ENVIRONMENT);
        var home = new Home(scope.id(), scope.id(), host, ServiceFacts.name(environment), scope.location());
        Fact seen = world.snapshot().scopes().scope(scope.id());
        AttrsValue fields = seen == null ? AttrsValue.EMPTY : seen.fields();
        return new RuleFact(
                scope.kind(),
                scope.id(),
                scope.name(),
                home,
                seen == null ? tag -> false : observer.tags(seen, scope.id()),
                observer.watched(
                        fields,
                        Map.of(
                                "tags", new Topic(Topic.Kind.TAG, null, scope.id()),
                                "settings", new Topic(Topic.Kind.SETTING, null, home.within()))),
                parent,
                () -> children(scope.id(), host));
    }

    private List<Fact> children(String id, @Nullable String host) {
        if (host == null) {
            observer.beyondHost();
        }
        var children = new ArrayList<Fact>(known(inside.getOrDefault(id, List.of())));
        observer.read(new Topic(Topic.Kind.SERVICE, null, host));
        children.addAll(world.servicesIn(id));
        return children;
    }

    /** The id of the nearest scope of a kind, the scope itself included. */
    private @Nullable String enclosing(ScopeDeclaration scope, String kind) {
        ScopeDeclaration at = scope;
        while (at != null && !at.kind().equals(kind)) {
            at = at.parent() == null ? null : declared.get(at.parent());
        }
        return at == null ? null : at.id();
    }
}
