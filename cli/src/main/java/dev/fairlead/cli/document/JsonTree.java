package dev.fairlead.cli.document;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/**
 * Parses JSON to plain objects: {@link JsonObject}, {@code List<Object>}, {@code String}, {@code Long}, {@code
 * Double}, {@code Boolean} and null. An object that has a key twice is refused.
 */
final class JsonTree {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            // Keys are looked for by strings of the code, which are these very ones then.
            .enable(TokenStreamFactory.Feature.INTERN_PROPERTY_NAMES)
            .build();

    private final JsonParser parser;
    private final Words words = new Words();

    private JsonTree(JsonParser parser) {
        this.parser = parser;
    }

    /** What is done with a document, from its first token to its last. */
    @FunctionalInterface
    interface Reading<T> {
        T read(JsonTree tree) throws DocumentException;
    }

    static @Nullable Object parse(byte[] document) throws DocumentException {
        List<@Nullable Object> holder = new ArrayList<>();
        reading(document, tree -> holder.add(tree.value()));
        return holder.getFirst();
    }

    /** Reads a document, all of it. */
    static <T> T reading(byte[] document, Reading<T> reading) throws DocumentException {
        return reading(FACTORY.createParser(ObjectReadContext.empty(), document), reading);
    }

    /** As {@link #reading(byte[], Reading)}, with no more of the document in memory than a few thousand bytes. */
    static <T> T reading(InputStream document, Reading<T> reading) throws IOException, DocumentException {
        try {
            return reading(FACTORY.createParser(ObjectReadContext.empty(), document), reading);
        } catch (JacksonIOException unreadable) {
            throw unreadable.getCause();
        }
    }

    private static <T> T reading(JsonParser opened, Reading<T> reading) throws DocumentException {
        try (JsonParser parser = opened) {
            parser.nextToken();
            T read = reading.read(new JsonTree(parser));
            if (parser.nextToken() != null) {
                throw new DocumentException("goes on after its end");
            }
            return read;
        } catch (JacksonIOException unreadable) {
            throw unreadable;
        } catch (JacksonException malformed) {
            int line = malformed.getLocation() == null
                    ? 0
                    : malformed.getLocation().getLineNr();
            throw noJson(NoJson.reason(malformed), line);
        }
    }

    private static DocumentException noJson(String reason, int line) {
        return new DocumentException("is not JSON (" + reason + (line < 1 ? "" : " in line " + line) + ")");
    }

    /** Whether the value that comes is an object. */
    boolean isObject() {
        return parser.currentToken() == JsonToken.START_OBJECT;
    }

    /** Whether the value that comes is a list. */
    boolean isList() {
        return parser.currentToken() == JsonToken.START_ARRAY;
    }

    /** The next key of an object whose values are read one by one, or null at its end; the value comes. */
    @Nullable
    String nextKey() {
        if (parser.nextToken() != JsonToken.PROPERTY_NAME) {
            return null;
        }
        String name = parser.currentName();
        parser.nextToken();
        return name;
    }

    /** Whether there is another item of a list whose items are read one by one; it comes. */
    boolean nextItem() {
        return parser.nextToken() != JsonToken.END_ARRAY;
    }

    /** The value that comes. */
    @Nullable
    Object value() throws DocumentException {
        JsonToken token = parser.currentToken();
        // Not a case of the switch, which would then be linked and looked up as patterns are: there are millions of
        // values.
        if (token == null) {
            throw new DocumentException("is empty");
        }
        return switch (token) {
            case START_OBJECT -> object();
            case START_ARRAY -> array();
            case VALUE_STRING ->
                words.of(parser.getStringCharacters(), parser.getStringOffset(), parser.getStringLength());
            case VALUE_NUMBER_INT -> parser.getLongValue();
            case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default -> throw new IllegalStateException(token.toString());
        };
    }

    private JsonObject object() throws DocumentException {
        var object = new JsonObject();
        for (String name = nextKey(); name != null; name = nextKey()) {
            if (!object.add(name, value())) {
                throw twice(name);
            }
        }
        return object;
    }

    /** A complaint that an object has a key for the second time. */
    DocumentException twice(String name) {
        return noJson(
                "the key \"" + name + "\" is there twice",
                parser.currentTokenLocation().getLineNr());
    }

    private List<@Nullable Object> array() throws DocumentException {
        List<@Nullable Object> array = new ArrayList<>(4);
        while (nextItem()) {
            array.add(value());
        }
        return array;
    }
}
