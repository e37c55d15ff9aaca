package dev.fairlead.cli.document;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** What a JSON document says it is. */
public final class Schema {
    private static final JsonFactory FACTORY = new JsonFactory();

    private Schema() {}

    /**
     * The {@code schema} of an object; null if it has none. Reads no further than that.
     *
     * @throws DocumentException if the document is no JSON object
     */
    public static @Nullable String of(byte[] document) throws DocumentException {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), document)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new DocumentException("is not a JSON object");
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                if (name.equals("schema")) {
                    return value == JsonToken.VALUE_STRING ? parser.getString() : null;
                }
                parser.skipChildren();
            }
            return null;
        } catch (JacksonException malformed) {
            throw new DocumentException("is not JSON (" + NoJson.reason(malformed) + ")");
        }
    }
}
