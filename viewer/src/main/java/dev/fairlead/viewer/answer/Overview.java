package dev.fairlead.viewer.answer;

import static dev.fairlead.viewer.answer.Answers.objects;
import static dev.fairlead.viewer.answer.Answers.strings;

import dev.fairlead.diagram.Format;
import dev.fairlead.diagram.ir.Diagram;
import dev.fairlead.diagram.ir.Node;
import dev.fairlead.diagram.view.View;
import dev.fairlead.fleet.finding.Severity;
import dev.fairlead.fleet.resolution.Resolution;
import dev.fairlead.fleet.resolution.Resolution.Scope;
import dev.fairlead.fleet.resolution.Resolution.Service;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** What there is to look at: documents with the names that filters offer, views, formats. */
public final class Overview {
    private final JsonGenerator json;

    private Overview(JsonGenerator json) {
        this.json = json;
    }

    /**
     * The JSON of an overview.
     *
     * @param documents by id
     * @param version how often the fleet was another, and one
     * @param supposable whether one can ask what if
     */
    public static String of(Map<String, Document> documents, long version, boolean supposable) {
        return Answers.object(json -> {
            json.writeNumberProperty("version", version);
            json.writeBooleanProperty("whatif", supposable);
            new Overview(json).write(documents, Arrays.asList(View.values()));
        });
    }

    /** The overview of a page that has one view of one document in it. */
    public static String ofOne(String id, Document document, String view) {
        return Answers.object(json -> {
            json.writeNumberProperty("version", 1);
            json.writeBooleanProperty("whatif", false);
            new Overview(json)
                    .write(Map.of(id, document), View.named(view).stream().toList());
        });
    }

    private void write(Map<String, Document> documents, List<View> views) {
        objects(json, "documents", documents.entrySet(), entry -> document(entry.getKey(), entry.getValue()));
        objects(json, "views", views, view -> {
            json.writeStringProperty("name", view.text());
            json.writeStringProperty("title", title(view));
            json.writeStringProperty("about", view.meaning());
            json.writeStringProperty("needs", subject(view));
        });
        objects(json, "formats", Arrays.asList(Format.values()), format -> {
            json.writeStringProperty("name", format.text());
            json.writeStringProperty("extension", format.extension());
        });
    }

    private static String title(View view) {
        String words = view.text().replace('-', ' ').replace("c4", "C4");
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** What the view is asked about, if it is about one thing. */
    private static @Nullable String subject(View view) {
        return switch (view) {
            case CHAIN -> "service";
            case SETTINGS -> "aspect";
            case USER -> "user";
            case CHANNELS, CHANNEL_SEQUENCE -> "channel";
            default -> null;
        };
    }

    private void document(String id, Document document) {
        json.writeStringProperty("id", id);
        json.writeStringProperty("title", document.title());
        json.writeStringProperty("origin", document.origin().name().toLowerCase(Locale.ROOT));
        switch (document.content()) {
            case Document.Content.Fleet(Resolution resolution) -> fleet(resolution);
            case Document.Content.Picture(Diagram diagram) -> picture(diagram);
        }
    }

    private void fleet(Resolution resolution) {
        SortedSet<String> hosts = new TreeSet<>();
        SortedSet<String> environments = new TreeSet<>();
        SortedSet<String> tags = new TreeSet<>();
        SortedSet<String> kinds = new TreeSet<>();
        for (Scope scope : resolution.scopes()) {
            kinds.add(scope.kind());
            tags.addAll(scope.tags());
            if (scope.kind().equals("host")) {
                hosts.add(scope.name());
            } else if (scope.kind().equals("environment")) {
                environments.add(scope.name());
            }
        }
        SortedSet<String> classes = new TreeSet<>();
        SortedSet<String> capabilities = new TreeSet<>();
        for (Service service : resolution.services()) {
            kinds.add("service");
            classes.addAll(service.classes());
            service.provides().forEach(provision -> capabilities.add(provision.capability()));
        }
        json.writeStringProperty("kind", "resolution");
        json.writeNumberProperty("services", resolution.services().size());
        json.writeNumberProperty("hosts", hosts.size());
        json.writeNumberProperty("errors", count(resolution, Severity.ERROR));
        json.writeNumberProperty("warnings", count(resolution, Severity.WARNING));
        strings(json, "hostNames", hosts);
        strings(json, "environments", environments);
        strings(json, "tags", tags);
        strings(json, "classes", classes);
        strings(json, "capabilities", capabilities);
        strings(json, "kinds", kinds);
        strings(json, "channels", resolution.coordination().channels().keySet());
        backends(resolution);
    }

    private static long count(Resolution resolution, Severity severity) {
        return resolution.findings().stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }

    /** Those that are chosen somewhere; which others there could be, the fleet does not say. */
    private void backends(Resolution resolution) {
        SortedMap<String, SortedSet<String>> chosen = new TreeMap<>();
        resolution
                .coordination()
                .backends()
                .values()
                .forEach(classes -> classes.forEach((routed, backend) ->
                        chosen.computeIfAbsent(routed, _ -> new TreeSet<>()).add(backend)));
        json.writeObjectPropertyStart("backends");
        chosen.forEach((routed, backends) -> strings(json, routed, backends));
        json.writeEndObject();
    }

    private void picture(Diagram diagram) {
        SortedSet<String> kinds = new TreeSet<>();
        diagram.nodes().forEach(node -> kinds.add(node.kind()));
        json.writeStringProperty("kind", "diagram");
        json.writeNumberProperty("services", of(diagram, "service"));
        json.writeNumberProperty("hosts", of(diagram, "host"));
        json.writeNumberProperty(
                "errors",
                diagram.nodes().stream().filter(node -> node.tone().isProblem()).count());
        json.writeNumberProperty("warnings", 0);
        strings(json, "hostNames", values(diagram, "host"));
        strings(json, "environments", values(diagram, "environment"));
        for (String none : List.of("tags", "classes", "capabilities")) {
            strings(json, none, List.of());
        }
        strings(json, "kinds", kinds);
        strings(json, "channels", List.of());
        json.writeObjectPropertyStart("backends");
        json.writeEndObject();
    }

    private static long of(Diagram diagram, String kind) {
        return diagram.nodes().stream().filter(node -> node.kind().equals(kind)).count();
    }

    private static SortedSet<String> values(Diagram diagram, String attribute) {
        SortedSet<String> values = new TreeSet<>();
        for (Node node : diagram.nodes()) {
            if (!node.attribute(attribute).isEmpty()) {
                values.add(node.attribute(attribute));
            }
        }
        return values;
    }
}
