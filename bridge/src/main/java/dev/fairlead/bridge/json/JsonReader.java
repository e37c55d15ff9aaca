package dev.fairlead.bridge.json;

import dev.fairlead.bridge.json.LocatedJson.Field;
import dev.fairlead.bridge.json.LocatedJson.Fields;
import dev.fairlead.bridge.json.LocatedJson.Items;
import dev.fairlead.bridge.json.LocatedJson.Nothing;
import dev.fairlead.bridge.json.LocatedJson.Real;
import dev.fairlead.bridge.json.LocatedJson.Text;
import dev.fairlead.bridge.json.LocatedJson.Truth;
import dev.fairlead.bridge.json.LocatedJson.Whole;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Reads JSON in UTF-8 with its offsets. Nesting is limited by Jackson, to 500 levels. */
public final class JsonReader {
    private static final JsonFactory FACTORY = new JsonFactory();

    private final JsonParser parser;

    private JsonReader(JsonParser parser) {
        this.parser = parser;
    }

    /**
     * Reads one JSON value.
     *
     * @throws JsonSyntaxException if the bytes are anything else, or an object has two fields of one name
     */
    public static LocatedJson read(byte[] bytes) {
        checkEncoding(bytes);
        JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), bytes);
        try (parser) {
            var reader = new JsonReader(parser);
            if (parser.nextToken() == null) {
                throw new JsonSyntaxException("the file is empty", 0);
            }
            LocatedJson value = reader.value();
            if (parser.nextToken() != null) {
                throw new JsonSyntaxException("there is more after the end of the value", reader.offset());
            }
            return value;
        } catch (JacksonException malformed) {
            throw JsonComplaint.of(malformed, parser, bytes);
        }
    }

    /** Jackson would guess an encoding, and offsets would be those of another text. */
    private static void checkEncoding(byte[] bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == 0) {
                throw new JsonSyntaxException("it has a zero byte, which UTF-8 text has not", i);
            }
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(8192);
        CoderResult result;
        do {
            out.clear();
            result = decoder.decode(in, out, true);
        } while (result.isOverflow());
        if (result.isError()) {
            throw new JsonSyntaxException("these bytes are not UTF-8", in.position());
        }
    }

    private LocatedJson value() {
        int offset = offset();
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> object(offset);
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
                        ? real(offset)
                        : new Whole(parser.getLongValue(), offset);
            case VALUE_NUMBER_FLOAT -> real(offset);
            case VALUE_TRUE -> new Truth(true, offset);
            case VALUE_FALSE -> new Truth(false, offset);
            case VALUE_NULL -> new Nothing(offset);
            case null, default -> throw new IllegalStateException("no value begins with " + token);
        };
    }

    private Fields object(int offset) {
        var fields = new LinkedHashMap<String, Field>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            int at = offset();
            parser.nextToken();
            if (fields.put(name, new Field(value(), at)) != null) {
                throw new JsonSyntaxException("one object has two fields \"" + name + "\"", at);
            }
        }
        return new Fields(fields, offset);
    }

    private Real real(int offset) {
        double value = parser.getDoubleValue();
        if (!Double.isFinite(value)) {
            throw new JsonSyntaxException("the number is too large", offset);
        }
        return new Real(value, offset);
    }

    private int offset() {
        return (int) Math.max(0, parser.currentTokenLocation().getByteOffset());
    }
}
