package dev.fairlead.bridge.den;

import dev.fairlead.fleet.resolution.Resolution.Scope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The scopes of a graph under ids of ours. den-diagram names a user without the host, so that what the users of one name
 * have on several hosts runs together; here a user is always one of a host.
 */
final class DenScopes {
    static final String FLEET = "fleet";
    /** {@code agenix-identity/sini@axon-02} and {@code primary-user(sini@blade)} are about a user of some host. */
    private static final Pattern OF_USER = Pattern.compile("(.*?)[/(]([^/@()]+)@([^/@()]+)\\)?");

    private final Map<String, Scope> scopes = new TreeMap<>();
    /** Our ids by those of the fleet graph. */
    private final Map<String, String> ids = new HashMap<>();

    DenScopes() {
        scopes.put(FLEET, scope(FLEET, FLEET, FLEET, null));
    }

    /** What a node is called without its user, and the scope it is in. */
    record Home(String name, String scope) {}

    /** Adds the scopes of a fleet graph, whose ids are lists such as {@code environment=prod,fleet=fleet,host=x}. */
    void addAll(List<DenJson> given) throws DenFormatException {
        Map<String, DenJson> byId = new TreeMap<>();
        for (DenJson scope : given) {
            byId.put(scope.required("id"), scope);
        }
        for (String id : byId.keySet()) {
            add(id, byId, new ArrayList<>());
        }
    }

    private String add(@Nullable String id, Map<String, DenJson> byId, List<String> below) throws DenFormatException {
        DenJson given = id == null ? null : byId.get(id);
        if (id == null || given == null) {
            return FLEET;
        }
        String known = ids.get(id);
        if (known != null) {
            return known;
        }
        if (below.contains(id)) {
            throw new DenFormatException("the scope '" + id + "' is inside itself");
        }
        below.add(id);
        String parent = add(given.text("parent"), byId, below);
        String name = given.required("name");
        String ours = switch (given.required("kind")) {
            case "fleet" -> FLEET;
            case "environment" -> environment(name);
            case "host" -> host(name, parent);
            case "user" -> {
                Scope around = scopes.get(parent);
                yield user(name, around == null ? parent : around.name());
            }
            case String other -> {
                String made = other + ":" + name;
                scopes.putIfAbsent(made, scope(made, other, name, parent));
                yield made;
            }
        };
        ids.put(id, ours);
        return ours;
    }

    /** Our id of a scope of the fleet graph; null if it has none of that id. */
    @Nullable
    String ours(@Nullable String id) {
        return id == null ? null : ids.get(id);
    }

    private String environment(String name) {
        String id = "env:" + name;
        scopes.putIfAbsent(id, scope(id, "environment", name, FLEET));
        return id;
    }

    String host(String name, String parent) {
        String id = "host:" + name;
        scopes.putIfAbsent(id, scope(id, "host", name, parent));
        return id;
    }

    String user(String name, String host) {
        String parent = host(host, FLEET);
        String id = "user:" + name + "@" + host;
        scopes.putIfAbsent(id, scope(id, "user", name, parent));
        return id;
    }

    /**
     * Where a node is at home.
     *
     * @param instance {@code host:x} or {@code user:x}, or null
     * @param host the host whose graph it is in
     */
    Home home(String label, @Nullable String instance, String host) {
        Matcher ofUser = OF_USER.matcher(label);
        if (ofUser.matches() && !ofUser.group(1).isEmpty()) {
            return new Home(ofUser.group(1), user(ofUser.group(2), ofUser.group(3)));
        }
        if (instance != null && instance.startsWith("user:")) {
            return new Home(label, user(instance.substring("user:".length()), host));
        }
        return new Home(label, host(host, FLEET));
    }

    /** The name of the scope of a kind that a scope is or is in; null if there is none. */
    @Nullable
    String above(String id, String kind) {
        for (Scope at = scopes.get(id); at != null; at = at.parent() == null ? null : scopes.get(at.parent())) {
            if (at.kind().equals(kind)) {
                return at.name();
            }
        }
        return null;
    }

    List<Scope> all() {
        return List.copyOf(scopes.values());
    }

    private static Scope scope(String id, String kind, String name, @Nullable String parent) {
        return new Scope(id, kind, name, parent, List.of(), List.of(), new TreeMap<>(), null);
    }
}
