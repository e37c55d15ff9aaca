package dev.fairlead.diagram.ir;

import java.io.StringWriter;
import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.json.JsonFactory;

/** Writes a diagram as JSON, {@code fairlead/diagram/1}; {@code docs/schema/diagram.json} is its schema. */
public final class DiagramWriter {
    static final String SCHEMA = "fairlead/diagram/1";

    private final JsonGenerator json;

    private DiagramWriter(JsonGenerator json) {
        this.json = json;
    }

    /** The JSON of a diagram: two spaces of indentation, one key or item a line, a line break at the end. */
    public static String write(Diagram diagram) {
        var text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(new JsonLayout(), text)) {
            new DiagramWriter(json).diagram(diagram);
            json.writeRaw('\n');
        }
        return text.toString();
    }

    private void diagram(Diagram diagram) {
        json.writeStartObject();
        json.writeStringProperty("schema", SCHEMA);
        json.writeStringProperty("view", diagram.view());
        json.writeStringProperty("form", diagram.form().text());
        json.writeStringProperty("title", diagram.title());
        strings("columns", diagram.columns());
        json.writeArrayPropertyStart("groups");
        diagram.groups().forEach(this::group);
        json.writeEndArray();
        json.writeArrayPropertyStart("nodes");
        diagram.nodes().forEach(this::node);
        json.writeEndArray();
        json.writeArrayPropertyStart("edges");
        diagram.edges().forEach(this::edge);
        json.writeEndArray();
        strings("notes", diagram.notes());
        json.writeEndObject();
    }

    private void group(Group group) {
        json.writeStartObject();
        json.writeStringProperty("id", group.id());
        json.writeStringProperty("key", ShortId.of(group.id()));
        json.writeStringProperty("label", group.label());
        json.writeStringProperty("kind", group.kind());
        text("parent", group.parent());
        json.writeEndObject();
    }

    private void node(Node node) {
        json.writeStartObject();
        json.writeStringProperty("id", node.id());
        json.writeStringProperty("key", ShortId.of(node.id()));
        json.writeStringProperty("label", node.label());
        json.writeStringProperty("kind", node.kind());
        text("group", node.group());
        word("tone", node.tone());
        json.writeObjectPropertyStart("attributes");
        node.attributes().forEach(json::writeStringProperty);
        json.writeEndObject();
        JsonLayout.place(json, "location", node.location());
        word("origin", node.origin());
        json.writeEndObject();
    }

    private void edge(Edge edge) {
        json.writeStartObject();
        json.writeStringProperty("from", edge.from());
        json.writeStringProperty("to", edge.to());
        json.writeStringProperty("label", edge.label());
        json.writeStringProperty("kind", edge.kind());
        word("tone", edge.tone());
        json.writeNumberProperty("weight", edge.weight());
        JsonLayout.place(json, "location", edge.location());
        word("origin", edge.origin());
        json.writeEndObject();
    }

    private void strings(String key, Collection<String> values) {
        json.writeArrayPropertyStart(key);
        values.forEach(json::writeString);
        json.writeEndArray();
    }

    private void word(String key, @Nullable Enum<?> value) {
        text(key, value == null ? null : value.name().toLowerCase(Locale.ROOT));
    }

    private void text(String key, @Nullable String value) {
        json.writeName(key);
        if (value == null) {
            json.writeNull();
        } else {
            json.writeString(value);
        }
    }
}
