package dev.fairlead.viewer.answer;

import dev.fairlead.diagram.ir.Node;
import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.finding.Place;
import dev.fairlead.fleet.resolution.Coordination.Setting;
import dev.fairlead.fleet.resolution.Resolution;
import dev.fairlead.fleet.resolution.Resolution.Data;
import dev.fairlead.fleet.resolution.Resolution.Scope;
import dev.fairlead.fleet.resolution.Resolution.Service;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Something that is shown, and what the fleet knows of it.
 *
 * @param attributes what a picture says of it
 * @param data what was declared on it, if it is a scope
 * @param service itself, if it is a service
 * @param settings those of a service, or those that a scope's services see
 * @param resolution the fleet it is of; null for what is only in a picture
 */
record Thing(
        String id,
        String kind,
        String title,
        @Nullable Place location,
        SortedMap<String, String> attributes,
        SortedMap<String, Data> data,
        @Nullable Service service,
        SortedMap<String, Setting> settings,
        List<Finding> findings,
        @Nullable Resolution resolution) {

    /**
     * The thing with an id.
     *
     * @throws Refusal if there is none
     */
    static Thing of(Document document, Shown shown, String id) throws Refusal {
        Node node = shown.node(id);
        if (document.content() instanceof Document.Content.Fleet(Resolution resolution)) {
            // A box may stand for one end of a service, as those of channels do.
            String meant = node == null || node.attribute("service").isEmpty() ? id : node.attribute("service");
            Service service = resolution.service(meant).orElse(null);
            if (service != null) {
                return of(service, node, id, resolution);
            }
            for (Scope scope : resolution.scopes()) {
                if (scope.id().equals(id)) {
                    return of(scope, node, resolution);
                }
            }
            Thing named = named(id, node, resolution);
            if (named != null) {
                return named;
            }
        }
        if (node == null) {
            throw Refusal.unknown("There is no '" + id + "' in " + document.title() + ".");
        }
        return new Thing(
                id,
                node.kind(),
                node.label(),
                node.location(),
                node.attributes(),
                new TreeMap<>(),
                null,
                new TreeMap<>(),
                document.content() instanceof Document.Content.Fleet(Resolution resolution)
                        ? findings(id, resolution)
                        : List.of(),
                document.content() instanceof Document.Content.Fleet(Resolution resolution) ? resolution : null);
    }

    private static Thing of(Service service, @Nullable Node node, String id, Resolution resolution) {
        String instance = service.instance() == null ? "" : "[" + service.instance() + "]";
        SortedMap<String, String> attributes = new TreeMap<>();
        put(attributes, "aspect", service.name());
        put(attributes, "instance", service.instance());
        put(attributes, "scope", service.scope());
        put(attributes, "host", service.host());
        put(attributes, "environment", service.environment());
        put(attributes, "visibility", service.visibility());
        if (node != null) {
            put(attributes, "tags", node.attribute("tags"));
        }
        return new Thing(
                id,
                "service",
                service.name() + instance,
                service.location(),
                attributes,
                new TreeMap<>(),
                service,
                settings(service, resolution),
                findings(service.id(), resolution),
                resolution);
    }

    private static Thing of(Scope scope, @Nullable Node node, Resolution resolution) {
        SortedMap<String, String> attributes = new TreeMap<>();
        put(attributes, "parent", scope.parent());
        put(attributes, "tags", String.join(", ", scope.tags()));
        put(attributes, "imports", String.join(", ", scope.imports()));
        if (node != null) {
            put(attributes, "collapsed", node.attribute("collapsed"));
        }
        return new Thing(
                scope.id(),
                scope.kind(),
                scope.name(),
                scope.location(),
                attributes,
                scope.data(),
                null,
                resolution.coordination().settings().getOrDefault(scope.id(), new TreeMap<>()),
                findings(scope.id(), resolution),
                resolution);
    }

    /** A capability or a channel, which the fleet has whether or not the picture has a box for it. */
    private static @Nullable Thing named(String id, @Nullable Node node, Resolution resolution) {
        int colon = id.indexOf(':');
        String kind = colon < 0 ? "" : id.substring(0, colon);
        String name = id.substring(colon + 1);
        boolean known = switch (kind) {
            case "channel" -> resolution.coordination().channels().containsKey(name);
            case "capability" ->
                resolution.services().stream()
                        .anyMatch(service -> service.provides().stream()
                                .anyMatch(provision -> provision.capability().equals(name)));
            case "missing" ->
                resolution.edges().stream().anyMatch(edge -> edge.to().equals(id));
            default -> false;
        };
        if (!known) {
            return null;
        }
        return new Thing(
                id,
                kind,
                name,
                node == null ? null : node.location(),
                node == null ? new TreeMap<>() : node.attributes(),
                new TreeMap<>(),
                null,
                new TreeMap<>(),
                resolution.findings().stream()
                        .filter(finding -> id.equals(finding.subject())
                                || (kind.equals("missing")
                                        && !finding.chain().isEmpty()
                                        && isCalled(finding.chain().getLast(), name)))
                        .toList(),
                resolution);
    }

    /** The chain of a missing dependency ends in {@code service:<name>} or {@code capability:<name>}. */
    private static boolean isCalled(String link, String name) {
        return link.equals("service:" + name) || link.equals("capability:" + name);
    }

    private static void put(SortedMap<String, String> attributes, String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            attributes.put(name, value);
        }
    }

    /** An instance's own settings, else what the service's scope says of its aspect. */
    private static SortedMap<String, Setting> settings(Service service, Resolution resolution) {
        SortedMap<String, SortedMap<String, Setting>> all =
                resolution.coordination().settings();
        if (service.instance() != null) {
            return all.getOrDefault(service.id(), new TreeMap<>());
        }
        SortedMap<String, Setting> own = new TreeMap<>();
        String prefix = service.name() + ".";
        // The fields of an aspect nested in this one begin alike, and belong to that one.
        List<String> nested = resolution.services().stream()
                .map(other -> other.name() + ".")
                .filter(name -> name.startsWith(prefix) && name.length() > prefix.length())
                .distinct()
                .toList();
        all.getOrDefault(service.scope(), new TreeMap<>()).forEach((path, setting) -> {
            if (path.startsWith(prefix) && nested.stream().noneMatch(path::startsWith)) {
                own.put(path, setting);
            }
        });
        return own;
    }

    private static List<Finding> findings(String id, Resolution resolution) {
        return resolution.findings().stream()
                .filter(finding -> id.equals(finding.subject()))
                .toList();
    }
}
