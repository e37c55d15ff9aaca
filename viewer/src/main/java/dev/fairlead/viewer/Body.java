package dev.fairlead.viewer;

import dev.fairlead.viewer.answer.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** A JSON object whose values are texts and lists of texts, which is all that is ever sent besides documents. */
final class Body {
    private static final JsonFactory FACTORY = new JsonFactory();

    private final Map<String, List<String>> values = new TreeMap<>();

    private Body() {}

    /**
     * Reads it.
     *
     * @throws Refusal if it is something else
     */
    static Body of(byte[] json) throws Refusal {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), json)) {
            var body = new Body();
            expect(parser.nextToken(), JsonToken.START_OBJECT, "an object");
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                parser.nextToken();
                body.values.put(name, texts(name, parser));
            }
            if (parser.nextToken() != null) {
                throw Refusal.malformed("What was sent goes on after its end.");
            }
            return body;
        } catch (JacksonException malformed) {
            throw Refusal.malformed("What was sent is not JSON (" + malformed.getOriginalMessage() + ").");
        }
    }

    private static List<String> texts(String name, JsonParser parser) throws Refusal {
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
            return List.of(parser.getString());
        }
        expect(parser.currentToken(), JsonToken.START_ARRAY, "a list of texts as its '" + name + "'");
        var texts = new ArrayList<String>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            expect(parser.currentToken(), JsonToken.VALUE_STRING, "texts only in its '" + name + "'");
            texts.add(parser.getString());
        }
        return texts;
    }

    private static void expect(@Nullable JsonToken found, JsonToken wanted, String words) throws Refusal {
        if (found != wanted) {
            throw Refusal.malformed("What was sent needs " + words + ".");
        }
    }

    /**
     * Complains about a name that means nothing.
     *
     * @throws Refusal if there is one
     */
    void allow(List<String> names) throws Refusal {
        for (String name : values.keySet()) {
            if (!names.contains(name)) {
                throw Refusal.malformed(
                        "'" + name + "' means nothing here; known are " + String.join(", ", names) + ".");
            }
        }
    }

    /** The texts of a name; none if it is not there. */
    List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }
}
