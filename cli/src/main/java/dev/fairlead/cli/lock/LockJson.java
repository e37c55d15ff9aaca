package dev.fairlead.cli.lock;

import dev.fairlead.cli.report.Json;
import dev.fairlead.fleet.claim.Lock;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/**
 * {@code fairlead/lock/1}. Reads what it writes and nothing else: a lock that says more than this version understands
 * would lose it when it is written again.
 */
final class LockJson {
    private static final String SCHEMA = "fairlead/lock/1";
    private static final Pattern SCHEMAS = Pattern.compile("fairlead/lock/([1-9][0-9]{0,8})");
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    private LockJson() {}

    static byte[] write(Lock lock) {
        var out = new ByteArrayOutputStream();
        Json.write(out, json -> {
            json.writeStringProperty("schema", SCHEMA);
            json.writeObjectPropertyStart("ports");
            lock.ports().forEach((service, ports) -> ports(json, service, ports));
            json.writeEndObject();
        });
        return out.toByteArray();
    }

    private static void ports(JsonGenerator json, String service, SortedMap<String, Integer> ports) {
        json.writeObjectPropertyStart(service);
        ports.forEach(json::writeNumberProperty);
        json.writeEndObject();
    }

    /** @throws DamagedLockException if the text is no lock, or one of a newer version */
    static Lock read(byte[] text) {
        // Not left to the parser, which guesses the encoding and would take a text of zeros for one of another kind.
        String decoded = new String(text, StandardCharsets.UTF_8);
        try (JsonParser json = FACTORY.createParser(ObjectReadContext.empty(), decoded)) {
            return new Reading(json).lock();
        } catch (JacksonException malformed) {
            TokenStreamLocation at = malformed.getLocation();
            throw new DamagedLockException(
                    "is not JSON", at == null ? 1 : at.getLineNr(), at == null ? 1 : at.getColumnNr());
        }
    }

    /** One pass over a lock. */
    private static final class Reading {
        private final JsonParser json;
        private final SortedMap<String, SortedMap<String, Integer>> ports = new TreeMap<>();

        Reading(JsonParser json) {
            this.json = json;
        }

        Lock lock() {
            expect(json.nextToken(), JsonToken.START_OBJECT, "a lock");
            if (!"schema".equals(json.nextName())) {
                throw wrong("does not begin with its schema");
            }
            expect(json.nextToken(), JsonToken.VALUE_STRING, "schema");
            schema(json.getString());
            boolean found = false;
            for (String key = json.nextName(); key != null; key = json.nextName()) {
                if (!key.equals("ports")) {
                    throw wrong("has an unknown key \"" + key + "\"");
                }
                found = true;
                services();
            }
            if (!found) {
                throw wrong("has no ports");
            }
            if (json.nextToken() != null) {
                throw wrong("goes on after its end");
            }
            return new Lock(ports);
        }

        private void schema(String schema) {
            if (schema.equals(SCHEMA)) {
                return;
            }
            Matcher known = SCHEMAS.matcher(schema);
            throw known.matches()
                    ? wrong("was written by a newer version of Fairlead (" + schema + "; this one reads " + SCHEMA
                                    + ")")
                            .newer()
                    : wrong("has the schema \"" + schema + "\" and not " + SCHEMA);
        }

        private void services() {
            expect(json.nextToken(), JsonToken.START_OBJECT, "ports");
            for (String service = json.nextName(); service != null; service = json.nextName()) {
                expect(json.nextToken(), JsonToken.START_OBJECT, "the ports of " + service);
                var numbers = new TreeMap<String, Integer>();
                for (String name = json.nextName(); name != null; name = json.nextName()) {
                    expect(json.nextToken(), JsonToken.VALUE_NUMBER_INT, "port " + name + " of " + service);
                    numbers.put(name, port());
                }
                ports.put(service, numbers);
            }
        }

        private int port() {
            String digits = json.getString();
            int port = digits.length() > 5 ? 0 : Integer.parseInt(digits);
            if (port < 1 || port > 65_535) {
                throw wrong("has a port " + digits + ", and ports are 1 to 65535");
            }
            return port;
        }

        private void expect(JsonToken found, JsonToken expected, String what) {
            if (found != expected) {
                throw wrong("has something else where " + what + " should be");
            }
        }

        private DamagedLockException wrong(String reason) {
            TokenStreamLocation at = json.currentTokenLocation();
            return new DamagedLockException(reason, at.getLineNr(), at.getColumnNr());
        }
    }
}
