package dev.fairlead.cli.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * Parses JSON to plain objects: {@code Map<String, Object>}, {@code List<Object>}, {@code String}, {@code Long}, {@code
 * Double}, {@code Boolean} and null. An object that has a key twice is refused.
 */
final class JsonTree {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private JsonTree() {}

    static @Nullable Object parse(byte[] document) throws DocumentException {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), document)) {
            parser.nextToken();
            Object tree = value(parser);
            if (parser.nextToken() != null) {
                throw new DocumentException("goes on after its end");
            }
            return tree;
        } catch (JacksonException malformed) {
            String line = malformed.getLocation() == null
                    ? ""
                    : " in line " + malformed.getLocation().getLineNr();
            throw new DocumentException("is not JSON (" + malformed.getOriginalMessage() + line + ")");
        }
    }

    private static @Nullable Object value(JsonParser parser) throws DocumentException {
        JsonToken token = parser.currentToken();
        return switch (token) {
            case null -> throw new DocumentException("is empty");
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER_INT -> parser.getLongValue();
            case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default -> throw new IllegalStateException(token.toString());
        };
    }

    private static Map<String, @Nullable Object> object(JsonParser parser) throws DocumentException {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            object.put(name, value(parser));
        }
        return object;
    }

    private static List<@Nullable Object> array(JsonParser parser) throws DocumentException {
        List<@Nullable Object> array = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(value(parser));
        }
        return array;
    }
}
