package dev.fairlead.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/** Holds documents to JSON Schemas in files. */
public final class JsonSchemas {
    private static final ConcurrentHashMap<Path, Schema> READ = new ConcurrentHashMap<>();
    private static final ConcurrentHashMap<Path, Schema> CLOSED = new ConcurrentHashMap<>();

    private JsonSchemas() {}

    /** Fails, with all that is wrong, unless the document is what the schema says. */
    public static void assertValid(String document, Path schema) {
        validate(document, READ.computeIfAbsent(schema, each -> registry().getSchema(tree(each))), schema);
    }

    /**
     * As {@link #assertValid}, and the schema names every key that the document has: schemas that are published leave room
     * for keys of later versions, but not for keys that nobody described.
     */
    public static void assertValidAndComplete(String document, Path schema) {
        validate(document, CLOSED.computeIfAbsent(schema, each -> registry().getSchema(closed(tree(each)))), schema);
    }

    private static void validate(String document, Schema schema, Path file) {
        assertThat(schema.validate(
                        document,
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true))))
                .as("what %s finds wrong", file.getFileName())
                .isEmpty();
    }

    /** The schema itself. */
    public static JsonNode tree(Path schema) {
        try {
            return new ObjectMapper().readTree(Files.readString(schema));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static SchemaRegistry registry() {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    }

    private static JsonNode closed(JsonNode schema) {
        for (JsonNode part : schema) {
            JsonNode ignored = closed(part);
        }
        if (schema instanceof ObjectNode object && object.has("properties") && !object.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
        return schema;
    }
}
