package dev.fairlead.cli.report;

import dev.fairlead.fleet.resolution.Resolution;
import dev.fairlead.fleet.resolution.Resolution.Choice;
import dev.fairlead.fleet.resolution.Resolution.Edge;
import dev.fairlead.fleet.resolution.Resolution.Excluded;
import dev.fairlead.fleet.resolution.Resolution.Inclusion;
import dev.fairlead.fleet.resolution.Resolution.Provision;
import dev.fairlead.fleet.resolution.Resolution.Requirement;
import dev.fairlead.fleet.resolution.Resolution.Scope;
import dev.fairlead.fleet.resolution.Resolution.Service;
import dev.fairlead.fleet.resolution.Resolution.Step;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Writes {@code fairlead/resolution/1}. */
public final class ResolutionJson {
    private ResolutionJson() {}

    public static void write(Resolution resolution, OutputStream out) {
        Json.write(out, json -> {
            json.writeStringProperty("schema", "fairlead/resolution/1");
            json.writeObjectPropertyStart("fleet");
            json.writeStringProperty("name", resolution.fleet());
            json.writeEndObject();
            json.writeArrayPropertyStart("scopes");
            resolution.scopes().forEach(scope -> scope(json, scope));
            json.writeEndArray();
            json.writeArrayPropertyStart("services");
            resolution.services().forEach(service -> service(json, service));
            json.writeEndArray();
            json.writeArrayPropertyStart("excluded");
            for (Excluded excluded : resolution.excluded()) {
                json.writeStartObject();
                excluded(json, excluded);
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeArrayPropertyStart("edges");
            resolution.edges().forEach(edge -> edge(json, edge));
            json.writeEndArray();
            CoordinationJson.write(json, resolution.coordination());
            plan(json, resolution.plan());
            FindingsJson.findings(json, resolution.findings());
        });
    }

    /** The property {@code plan}, in every document that has one. */
    static void plan(JsonGenerator json, List<List<String>> waves) {
        json.writeArrayPropertyStart("plan");
        for (List<String> wave : waves) {
            json.writeStartArray();
            wave.forEach(json::writeString);
            json.writeEndArray();
        }
        json.writeEndArray();
    }

    private static void scope(JsonGenerator json, Scope scope) {
        json.writeStartObject();
        json.writeStringProperty("id", scope.id());
        json.writeStringProperty("kind", scope.kind());
        json.writeStringProperty("name", scope.name());
        json.writeStringProperty("parent", scope.parent());
        Json.strings(json, "imports", scope.imports());
        Json.strings(json, "tags", scope.tags());
        json.writeName("data");
        DataJson.fields(json, scope.data());
        Json.place(json, "location", scope.location());
        json.writeEndObject();
    }

    /** A service as an object of its own. */
    public static void service(JsonGenerator json, Service service) {
        json.writeStartObject();
        json.writeStringProperty("id", service.id());
        json.writeStringProperty("name", service.name());
        // A service's name is the path of its aspect; both keys are promised.
        json.writeStringProperty("aspect", service.name());
        json.writeStringProperty("instance", service.instance());
        json.writeStringProperty("scope", service.scope());
        json.writeStringProperty("host", service.host());
        json.writeStringProperty("environment", service.environment());
        json.writeStringProperty("visibility", service.visibility());
        json.writeArrayPropertyStart("provides");
        for (Provision provision : service.provides()) {
            json.writeStartObject();
            json.writeStringProperty("capability", provision.capability());
            json.writeStringProperty("visibility", provision.visibility());
            json.writeName("data");
            DataJson.value(json, provision.data());
            Json.place(json, "location", provision.location());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("requires");
        for (Requirement requirement : service.requires()) {
            json.writeStartObject();
            requirement(json, requirement);
            json.writeEndObject();
        }
        json.writeEndArray();
        Json.strings(json, "classes", service.classes());
        inclusions(json, "includedBy", service.includedBy());
        if (service.wave() == null) {
            json.writeNullProperty("wave");
        } else {
            json.writeNumberProperty("wave", service.wave());
        }
        Json.place(json, "location", service.location());
        json.writeEndObject();
    }

    /** The properties of what is excluded, within an object. */
    public static void excluded(JsonGenerator json, Excluded excluded) {
        json.writeStringProperty("id", excluded.id());
        json.writeStringProperty("name", excluded.name());
        json.writeStringProperty("scope", excluded.scope());
        inclusions(json, "by", excluded.by());
        inclusions(json, "includedBy", excluded.includedBy());
    }

    private static void inclusions(JsonGenerator json, String key, List<Inclusion> inclusions) {
        json.writeArrayPropertyStart(key);
        inclusions.forEach(inclusion -> inclusion(json, inclusion));
        json.writeEndArray();
    }

    public static void inclusion(JsonGenerator json, Inclusion inclusion) {
        json.writeStartObject();
        json.writeStringProperty("by", inclusion.by());
        Json.place(json, "location", inclusion.location());
        json.writeEndObject();
    }

    /** The properties of a requirement, within an object. */
    public static void requirement(JsonGenerator json, Requirement requirement) {
        json.writeStringProperty("capability", requirement.capability());
        json.writeStringProperty("cardinality", requirement.cardinality());
        json.writeBooleanProperty("late", requirement.late());
        json.writeStringProperty("state", lowerCase(requirement.state()));
        Json.strings(json, "bound", requirement.bound());
        paths(json, "paths", requirement.paths());
        choice(json, requirement.choice());
        Json.place(json, "location", requirement.location());
    }

    private static void choice(JsonGenerator json, @Nullable Choice choice) {
        if (choice == null) {
            json.writeNullProperty("choice");
            return;
        }
        json.writeObjectPropertyStart("choice");
        json.writeStringProperty("by", choice.by());
        json.writeStringProperty("service", choice.service());
        Json.place(json, "location", choice.location());
        json.writeEndObject();
    }

    public static void paths(JsonGenerator json, String key, Map<String, List<Step>> paths) {
        json.writeObjectPropertyStart(key);
        paths.forEach((id, steps) -> {
            json.writeArrayPropertyStart(id);
            for (Step step : steps) {
                json.writeStartObject();
                json.writeStringProperty("label", step.label());
                json.writeStringProperty("to", step.to());
                json.writeEndObject();
            }
            json.writeEndArray();
        });
        json.writeEndObject();
    }

    /** An edge as an object of its own. */
    public static void edge(JsonGenerator json, Edge edge) {
        json.writeStartObject();
        json.writeStringProperty("from", edge.from());
        json.writeStringProperty("to", edge.to());
        json.writeStringProperty("kind", lowerCase(edge.kind()));
        json.writeStringProperty("label", edge.label());
        json.writeStringProperty("state", lowerCase(edge.state()));
        json.writeEndObject();
    }

    private static String lowerCase(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
