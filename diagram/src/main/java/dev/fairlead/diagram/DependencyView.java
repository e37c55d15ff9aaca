package dev.fairlead.diagram;

import dev.fairlead.diagram.Diagram.Arrow;
import dev.fairlead.diagram.Diagram.Box;
import dev.fairlead.diagram.Diagram.Group;
import dev.fairlead.diagram.Diagram.Tone;
import dev.fairlead.fleet.Resolution;
import dev.fairlead.fleet.Resolution.Edge;
import dev.fairlead.fleet.Resolution.Service;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Which service needs which, host by host, and what is missing. */
final class DependencyView {
    private static final String MISSING = "missing:";
    private static final String USER = "user:";

    private DependencyView() {}

    /**
     * The picture of a fleet, or of one host: its services and whatever they need or are needed by.
     *
     * @param host the name of the host to show
     */
    static Diagram of(Resolution resolution, Optional<String> host) {
        var arrows = new LinkedHashMap<List<String>, Arrow>();
        for (Edge edge : resolution.edges()) {
            if (edge.kind() == Edge.Kind.REQUIRES) {
                arrows.merge(
                        List.of(edge.from(), edge.to()),
                        new Arrow(edge.from(), edge.to(), "needs", tone(edge)),
                        (a, b) -> a.tone().compareTo(b.tone()) >= 0 ? a : b);
            }
        }
        var services = new HashMap<String, Service>();
        resolution.services().forEach(service -> services.put(service.id(), service));
        host.ifPresent(name -> arrows.values()
                .removeIf(arrow -> !isOn(services.get(arrow.from()), name) && !isOn(services.get(arrow.to()), name)));
        var shown = new TreeMap<String, Box>();
        for (Service service : resolution.services()) {
            if (host.isEmpty() || isOn(service, host.get())) {
                shown.put(service.id(), box(service));
            }
        }
        for (Arrow arrow : arrows.values()) {
            for (String end : List.of(arrow.from(), arrow.to())) {
                Service service = services.get(end);
                shown.putIfAbsent(end, service != null ? box(service) : missing(end));
            }
        }
        return new Diagram(
                "Dependencies of " + resolution.fleet(),
                groups(shown),
                List.copyOf(shown.values()),
                List.copyOf(arrows.values()));
    }

    private static boolean isOn(@Nullable Service service, String host) {
        return service != null && Objects.equals(service.host(), host);
    }

    private static Tone tone(Edge edge) {
        return switch (edge.state()) {
            case RESOLVED -> Tone.PLAIN;
            case MISSING -> Tone.MISSING;
            case AMBIGUOUS -> Tone.AMBIGUOUS;
            case CYCLE -> Tone.CYCLE;
        };
    }

    private static Box box(Service service) {
        String instance = service.instance() == null ? "" : "[" + service.instance() + "]";
        String user = service.scope().startsWith(USER) ? " (" + user(service.scope()) + ")" : "";
        String group = service.host() == null ? service.scope() : "host:" + service.host();
        return new Box(service.id(), service.name() + instance + user, group, Tone.PLAIN);
    }

    /** The name in {@code user:<name>@<host>}. */
    private static String user(String scope) {
        int at = scope.lastIndexOf('@');
        return scope.substring(USER.length(), at < 0 ? scope.length() : at);
    }

    private static Box missing(String id) {
        String name = id.startsWith(MISSING) ? id.substring(MISSING.length()) : id;
        return new Box(id, name, null, Tone.MISSING);
    }

    /** The groups that have boxes. */
    private static List<Group> groups(Map<String, Box> shown) {
        var used = new TreeMap<String, Group>();
        for (Box box : shown.values()) {
            if (box.group() != null) {
                used.put(box.group(), new Group(box.group(), box.group()));
            }
        }
        return new ArrayList<>(used.values());
    }
}
