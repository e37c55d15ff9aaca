package dev.fairlead.bridge.json;

import dev.fairlead.bridge.json.LocatedJson.Field;
import dev.fairlead.bridge.json.LocatedJson.Fields;
import dev.fairlead.bridge.json.LocatedJson.Items;
import dev.fairlead.bridge.json.LocatedJson.Nothing;
import dev.fairlead.bridge.json.LocatedJson.Real;
import dev.fairlead.bridge.json.LocatedJson.Text;
import dev.fairlead.bridge.json.LocatedJson.Truth;
import dev.fairlead.bridge.json.LocatedJson.Whole;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/** Reads JSON with its offsets. Nesting is limited by Jackson, to 500 levels. */
public final class JsonReader {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final JsonParser parser;

    private JsonReader(JsonParser parser) {
        this.parser = parser;
    }

    /**
     * Reads one JSON value.
     *
     * @throws JsonSyntaxException if the bytes are anything else
     */
    public static LocatedJson read(byte[] bytes) {
        JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), bytes);
        try (parser) {
            var reader = new JsonReader(parser);
            parser.nextToken();
            LocatedJson value = reader.value();
            if (parser.nextToken() != null) {
                throw new JsonSyntaxException("there is more after the end of the JSON value", reader.offset());
            }
            return value;
        } catch (JacksonException malformed) {
            long offset = malformed.getLocation() == null
                    ? -1
                    : malformed.getLocation().getByteOffset();
            throw new JsonSyntaxException(
                    malformed.getOriginalMessage(), offset < 0 ? bytes.length : (int) Math.min(offset, bytes.length));
        }
    }

    private LocatedJson value() {
        int offset = offset();
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> {
                var fields = new LinkedHashMap<String, Field>();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    String name = parser.currentName();
                    int at = offset();
                    parser.nextToken();
                    fields.put(name, new Field(value(), at));
                }
                yield new Fields(fields, offset);
            }
            case START_ARRAY -> {
                var items = new ArrayList<LocatedJson>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    items.add(value());
                }
                yield new Items(items, offset);
            }
            case VALUE_STRING -> new Text(parser.getString(), offset);
            case VALUE_NUMBER_INT ->
                parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                        ? new Real(parser.getDoubleValue(), offset)
                        : new Whole(parser.getLongValue(), offset);
            case VALUE_NUMBER_FLOAT -> new Real(parser.getDoubleValue(), offset);
            case VALUE_TRUE -> new Truth(true, offset);
            case VALUE_FALSE -> new Truth(false, offset);
            case VALUE_NULL -> new Nothing(offset);
            case null, default -> throw new JsonSyntaxException("the file is empty", offset);
        };
    }

    private int offset() {
        return (int) Math.max(0, parser.currentTokenLocation().getByteOffset());
    }
}
