package dev.fairlead.fleet.rule;

import dev.fairlead.fleet.deploy.DeployedService;
import dev.fairlead.fleet.resolution.ServiceNames;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The facts of a fleet under one policy, by kind, each kind sorted by id. A kind is computed when something asks for it,
 * and then kept.
 */
public final class World {
    static final String SERVICE = "service";
    static final String REQUIREMENT = "requirement";
    static final String PORT = "port";

    private final Snapshot snapshot;
    private final Map<String, Function<World, List<RuleFact>>> sources = new LinkedHashMap<>();
    private final Map<String, Map<String, RuleFact>> byKind = new HashMap<>();
    private final Map<String, Map<String, List<RuleFact>>> onHosts = new HashMap<>();
    private final Map<String, List<RuleFact>> byScope = new HashMap<>();
    private final ScopeFacts scopes;
    private @Nullable ServiceNames names;

    World(Snapshot snapshot, Observer observer) {
        this.snapshot = snapshot;
        this.scopes = new ScopeFacts(this, observer);
        scopes.kinds().forEach(kind -> sources.put(kind, world -> scopes.facts(kind)));
        sources.put(SERVICE, new ServiceFacts(observer));
        sources.put(REQUIREMENT, new RequirementFacts(observer));
        sources.putAll(snapshot.further());
    }

    Snapshot snapshot() {
        return snapshot;
    }

    /** The kinds of facts there may be. */
    List<String> kinds() {
        return List.copyOf(sources.keySet());
    }

    /** Whether facts of a kind are known before anything is deployed. */
    boolean isScope(String kind) {
        return scopes.kinds().contains(kind);
    }

    /** Whether facts of a kind are about channels: what is true of them depends on all who emit and read, on whatever host. */
    static boolean isOfChannels(String kind) {
        return kind.startsWith("channel");
    }

    /** All facts of a kind. */
    public List<RuleFact> facts(String kind) {
        return List.copyOf(index(kind).values());
    }

    private Map<String, RuleFact> index(String kind) {
        Map<String, RuleFact> known = byKind.get(kind);
        if (known == null) {
            Function<World, List<RuleFact>> source = sources.get(kind);
            List<RuleFact> facts = new ArrayList<>(source == null ? List.of() : source.apply(this));
            facts.sort(Comparator.comparing(RuleFact::id));
            known = new LinkedHashMap<>();
            for (RuleFact fact : facts) {
                known.put(fact.id(), fact);
            }
            byKind.put(kind, known);
        }
        return known;
    }

    /** The fact of a kind with an id, or null. */
    public @Nullable RuleFact find(String kind, String id) {
        return index(kind).get(id);
    }

    /** The scope with an id, or null. */
    public @Nullable RuleFact scope(String id) {
        return scopes.find(id);
    }

    /** The service with an id, or null. */
    public @Nullable RuleFact service(String id) {
        return find(SERVICE, id);
    }

    /** How an id is printed: {@code service:dns@web1} is {@code service:dns} if there is no other. */
    String brief(String id) {
        ServiceNames known = names;
        if (known == null) {
            known = new ServiceNames(
                    snapshot.services().stream().map(DeployedService::id).toList());
            names = known;
        }
        return known.print(id);
    }

    /** The fact with an id, of whichever kind, or null. */
    @Nullable
    RuleFact any(String id) {
        RuleFact scope = scope(id);
        if (scope != null) {
            return scope;
        }
        for (String kind : sources.keySet()) {
            if (id.startsWith(kind + ":") && !isScope(kind)) {
                return find(kind, id);
            }
        }
        return null;
    }

    /** The facts of a kind that lie on a host. */
    List<RuleFact> on(String host, String kind) {
        return onHosts.computeIfAbsent(kind, this::byHost).getOrDefault(host, List.of());
    }

    private Map<String, List<RuleFact>> byHost(String kind) {
        var hosts = new HashMap<String, List<RuleFact>>();
        for (RuleFact fact : facts(kind)) {
            if (fact.home().host() != null) {
                hosts.computeIfAbsent(fact.home().host(), key -> new ArrayList<>())
                        .add(fact);
            }
        }
        return hosts;
    }

    /** The services deployed in a scope itself. */
    List<RuleFact> servicesIn(String scope) {
        if (byScope.isEmpty()) {
            for (RuleFact service : facts(SERVICE)) {
                byScope.computeIfAbsent(service.home().scope(), key -> new ArrayList<>())
                        .add(service);
            }
        }
        return byScope.getOrDefault(scope, List.of());
    }
}
