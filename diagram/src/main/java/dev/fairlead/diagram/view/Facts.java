package dev.fairlead.diagram.view;

import dev.fairlead.diagram.ir.DiagramBuilder;
import dev.fairlead.diagram.ir.Group;
import dev.fairlead.diagram.ir.Node;
import dev.fairlead.diagram.ir.Tone;
import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.finding.Place;
import dev.fairlead.fleet.resolution.Coordination;
import dev.fairlead.fleet.resolution.Resolution;
import dev.fairlead.fleet.resolution.Resolution.Edge.EdgeState;
import dev.fairlead.fleet.resolution.Resolution.Provision;
import dev.fairlead.fleet.resolution.Resolution.Requirement;
import dev.fairlead.fleet.resolution.Resolution.Scope;
import dev.fairlead.fleet.resolution.Resolution.Service;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A resolution as views ask for it: services and scopes by id, and the boxes and frames that stand for them. */
final class Facts {
    static final String MISSING = "missing:";
    private static final String USER = "user:";
    /** The environment of hosts that name none; a frame around all of them would say nothing. */
    private static final String NO_ENVIRONMENT = "env:default";

    final Resolution resolution;
    final Question question;
    final Members members;
    private final Map<String, Service> services = new LinkedHashMap<>();
    private final Map<String, Node> boxes = new HashMap<>();
    private final Map<String, Scope> scopes = new LinkedHashMap<>();
    private final Map<String, Node> channels = new HashMap<>();
    private final Map<String, Integer> findings = new TreeMap<>();

    Facts(Resolution resolution, Question question) {
        this.resolution = resolution;
        this.question = question;
        resolution.services().forEach(service -> services.put(service.id(), service));
        resolution.scopes().forEach(scope -> scopes.put(scope.id(), scope));
        resolution.coordination().channels().forEach((name, channel) -> {
            String id = Resolution.Edge.ofChannel(name);
            channels.put(id, Node.of(id, name, "channel").with("description", channel.description()));
        });
        this.members = new Members(this);
        for (Finding finding : resolution.findings()) {
            if (finding.subject() != null) {
                findings.merge(finding.subject(), 1, Integer::sum);
            }
        }
    }

    DiagramBuilder builder(View view, String title) {
        return new DiagramBuilder(view.text(), title);
    }

    String fleet() {
        return resolution.fleet();
    }

    Coordination coordination() {
        return resolution.coordination();
    }

    Collection<Service> services() {
        return services.values();
    }

    @Nullable
    Service service(String id) {
        return services.get(id);
    }

    @Nullable
    Scope scope(@Nullable String id) {
        return id == null ? null : scopes.get(id);
    }

    Collection<Scope> scopes() {
        return scopes.values();
    }

    int findings(String subject) {
        return findings.getOrDefault(subject, 0);
    }

    /** Where the requirement is written that an edge is for; null for other edges. */
    @Nullable
    Place place(Resolution.Edge edge) {
        Service from = services.get(edge.from());
        if (from != null && edge.kind() == Resolution.Edge.Kind.REQUIRES) {
            for (Requirement requirement : from.requires()) {
                if (requirement.capability().equals(edge.label())) {
                    return requirement.location();
                }
            }
        }
        return null;
    }

    static Tone tone(EdgeState state) {
        return switch (state) {
            case RESOLVED -> Tone.PLAIN;
            case MISSING -> Tone.MISSING;
            case AMBIGUOUS -> Tone.AMBIGUOUS;
            case CYCLE -> Tone.CYCLE;
        };
    }

    /** The box of a service, in no group. */
    Node box(Service service) {
        return boxes.computeIfAbsent(service.id(), _ -> newBox(service));
    }

    private Node newBox(Service service) {
        String instance = service.instance() == null ? "" : "[" + service.instance() + "]";
        String user = user(service.scope());
        Scope host = scope("host:" + service.host());
        // At once: each change of a node copies all of it, and there are many services.
        SortedMap<String, String> attributes = new TreeMap<>();
        attributes.put("aspect", service.name());
        attributes.put("host", Objects.requireNonNullElse(service.host(), ""));
        attributes.put("environment", Objects.requireNonNullElse(service.environment(), ""));
        attributes.put("user", user);
        attributes.put("tags", host == null ? "" : String.join(", ", host.tags()));
        attributes.put("classes", String.join(", ", service.classes()));
        attributes.put("provides", provided(service));
        attributes.put("requires", required(service));
        attributes.put("wave", service.wave() == null ? "" : String.valueOf(service.wave()));
        attributes.put("declared", declared(service) ? "yes" : "");
        attributes.put("findings", findings(service.id()) == 0 ? "" : String.valueOf(findings(service.id())));
        attributes.values().removeIf(String::isEmpty);
        return new Node(
                service.id(),
                service.name() + instance + (user.isEmpty() ? "" : " (" + user + ")"),
                "service",
                null,
                Tone.PLAIN,
                attributes,
                service.location(),
                null);
    }

    private static String required(Service service) {
        return String.join(
                ", ", service.requires().stream().map(Requirement::capability).toList());
    }

    private static String provided(Service service) {
        return String.join(
                ", ", service.provides().stream().map(Provision::capability).toList());
    }

    /** Whether a scope names it, and not only another aspect. */
    private boolean declared(Service service) {
        return service.includedBy().stream().anyMatch(way -> scopes.containsKey(way.by()));
    }

    /** Adds the box of something, if it is not there yet. */
    void add(DiagramBuilder diagram, String id) {
        if (!diagram.has(id)) {
            diagram.node(placed(diagram, id));
        }
    }

    /** The box of a service, in the frames of its scope; of a scope or a channel; or of something missing. */
    Node placed(DiagramBuilder diagram, String id) {
        Service service = services.get(id);
        if (service != null) {
            return box(service).in(frames(diagram, service.scope()));
        }
        Scope scope = scopes.get(id);
        if (scope != null) {
            return box(scope);
        }
        Node channel = channels.get(id);
        if (channel != null) {
            return channel;
        }
        String name = id.startsWith(MISSING) ? id.substring(MISSING.length()) : id;
        return Node.of(id, name, "missing").toned(Tone.MISSING);
    }

    /** The box of a scope, in no group. */
    Node box(Scope scope) {
        return Node.of(scope.id(), scope.id(), scope.kind())
                .at(scope.location())
                .with("host", above(scope, "host"))
                .with("environment", above(scope, "environment"))
                .with("user", user(scope.id()))
                .with("tags", String.join(", ", scope.tags()))
                .with("findings", findings(scope.id()) == 0 ? "" : String.valueOf(findings(scope.id())));
    }

    /** The name of the scope of a kind that a scope is or is in; null if there is none. */
    @Nullable
    String above(Scope scope, String kind) {
        for (Scope at = scope; at != null; at = scope(at.parent())) {
            if (at.kind().equals(kind)) {
                return at.name();
            }
        }
        return null;
    }

    /** Whether a scope, or the scope of a service, is another or lies in it. */
    boolean isWithin(String id, String outer) {
        Service service = services.get(id);
        for (Scope at = scope(service == null ? id : service.scope()); at != null; at = scope(at.parent())) {
            if (at.id().equals(outer)) {
                return true;
            }
        }
        return false;
    }

    /** Adds the frames of a scope, the outermost first, and tells the id of the innermost. */
    String frames(DiagramBuilder diagram, String scopeId) {
        var chain = new ArrayDeque<Scope>();
        for (Scope at = scope(scopeId); at != null && at.parent() != null; at = scope(at.parent())) {
            if (!at.id().equals(NO_ENVIRONMENT) && !chain.contains(at)) {
                chain.push(at);
            }
        }
        String parent = null;
        for (Scope scope : chain) {
            diagram.group(new Group(scope.id(), scope.id(), scope.kind(), parent));
            parent = scope.id();
        }
        if (parent == null || !parent.equals(scopeId)) {
            // A scope that is not listed, or the fleet itself.
            diagram.group(new Group(scopeId, scopeId, kind(scopeId), parent));
        }
        return scopeId;
    }

    private static String kind(String scopeId) {
        int colon = scopeId.indexOf(':');
        String kind = colon < 0 ? scopeId : scopeId.substring(0, colon);
        return kind.equals("env") ? "environment" : kind;
    }

    /** The name in {@code user:<name>@<host>}; empty for other scopes. */
    static String user(String scope) {
        if (!scope.startsWith(USER)) {
            return "";
        }
        int at = scope.lastIndexOf('@');
        return scope.substring(USER.length(), at < 0 ? scope.length() : at);
    }

    /** The only service that a name means, by id or by what is unique of it. */
    Service named(String name) {
        String id = name.startsWith("service:") ? name : "service:" + name;
        Service exact = services.get(id);
        if (exact != null) {
            return exact;
        }
        List<Service> named = services.values().stream()
                .filter(service -> service.id().startsWith(id + "@") || ("service:" + service.name()).equals(id))
                .toList();
        if (named.isEmpty()) {
            throw new UnknownSubjectException(
                    "service",
                    name,
                    services.values().stream().map(Service::name).distinct().toList());
        }
        return named.getFirst();
    }
}
