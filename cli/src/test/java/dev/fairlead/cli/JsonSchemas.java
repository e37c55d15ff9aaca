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

/** Holds documents to JSON Schemas in files. */
public final class JsonSchemas {
    private static final ConcurrentHashMap<Path, Schema> READ = new ConcurrentHashMap<>();

    private JsonSchemas() {}

    /** Fails, with all that is wrong, unless the document is what the schema says. */
    public static void assertValid(String document, Path schema) {
        assertThat(READ.computeIfAbsent(schema, JsonSchemas::read)
                        .validate(
                                document,
                                InputFormat.JSON,
                                context -> context.executionConfig(config -> config.formatAssertionsEnabled(true))))
                .as("what %s finds wrong", schema.getFileName())
                .isEmpty();
    }

    private static Schema read(Path schema) {
        try {
            // A schema that names no draft is wrong; this is the one for those that do.
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(Files.readString(schema));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
