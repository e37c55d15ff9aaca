package dev.fairlead.viewer.http;

import com.sun.net.httpserver.HttpExchange;
import dev.fairlead.viewer.answer.Refusal;
import dev.fairlead.viewer.answer.Refusal.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What somebody asks: a path, which is only ever compared, parameters, and a body of limited size. */
public final class Request {
    private static final int LARGEST = 64 << 20;

    private final HttpExchange exchange;
    private final SortedMap<String, List<String>> parameters;

    private Request(HttpExchange exchange, SortedMap<String, List<String>> parameters) {
        this.exchange = exchange;
        this.parameters = parameters;
    }

    /**
     * Reads all but the body.
     *
     * @throws Refusal if the parameters are not written as those of an address are
     */
    static Request of(HttpExchange exchange) throws Refusal {
        SortedMap<String, List<String>> parameters = new TreeMap<>();
        String query = exchange.getRequestURI().getRawQuery();
        if (query != null && !query.isEmpty()) {
            for (String pair : query.split("&", -1)) {
                int equals = pair.indexOf('=');
                String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
                String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
                parameters.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
            }
        }
        return new Request(exchange, Collections.unmodifiableSortedMap(parameters));
    }

    private static String decoded(String text) throws Refusal {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw Refusal.malformed("'" + text + "' is not written as addresses are: " + malformed.getMessage() + ".");
        }
    }

    public String method() {
        return exchange.getRequestMethod();
    }

    /** As it was sent: nothing in it is decoded. */
    public String path() {
        return exchange.getRequestURI().getRawPath();
    }

    /** By name; each was given at least once. */
    public SortedMap<String, List<String>> parameters() {
        return parameters;
    }

    /** The values of a parameter, in their order. */
    public List<String> all(String name) {
        return parameters.getOrDefault(name, List.of());
    }

    /** The value of a parameter, or null if it is not there. */
    public @Nullable String value(String name) throws Refusal {
        List<String> values = all(name);
        if (values.size() > 1) {
            throw Refusal.malformed("'" + name + "' is given twice.");
        }
        return values.isEmpty() ? null : values.getFirst();
    }

    /** The value of a parameter that has to be there. */
    public String required(String name) throws Refusal {
        String value = value(name);
        if (value == null || value.isEmpty()) {
            throw Refusal.malformed("The parameter '" + name + "' is missing.");
        }
        return value;
    }

    /** The body. */
    public byte[] body() throws Refusal, IOException {
        if (isAnnouncedTooLarge()) {
            throw tooLarge();
        }
        try (InputStream in = exchange.getRequestBody()) {
            byte[] body = in.readNBytes(LARGEST + 1);
            if (body.length > LARGEST) {
                throw tooLarge();
            }
            return body;
        }
    }

    private boolean isAnnouncedTooLarge() {
        String length = exchange.getRequestHeaders().getFirst("Content-Length");
        return length != null && (length.length() > 18 || Long.parseLong(length) > LARGEST);
    }

    private static Refusal tooLarge() {
        return new Refusal(
                Reason.TOO_LARGE, "What was sent is larger than " + (LARGEST >> 20) + " MiB, and is not read.");
    }
}
