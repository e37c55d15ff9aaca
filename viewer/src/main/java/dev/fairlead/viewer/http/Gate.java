package dev.fairlead.viewer.http;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import dev.fairlead.viewer.answer.Refusal;
import dev.fairlead.viewer.answer.Refusal.Reason;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may ask. Any page in the user's browser can send requests to a loopback address, and a name that its owner points at
 * 127.0.0.1 after the page is loaded makes them look as if they were the page's own (DNS rebinding). So a request must name
 * this server as its host, must not come from another origin, and may only send data if it says that it comes from here.
 */
final class Gate {
    private static final Set<String> NEAR = Set.of("same-origin", "none");

    private final Set<String> hosts;
    private final String address;

    /** The gate of a server on a port of loopback. */
    Gate(int port) {
        this.hosts = Set.of("127.0.0.1:" + port, "localhost:" + port, "[::1]:" + port);
        this.address = "http://127.0.0.1:" + port + "/";
    }

    /**
     * Lets a request in.
     *
     * @throws Refusal if it must not be answered
     */
    void check(HttpExchange exchange) throws Refusal {
        Headers headers = exchange.getRequestHeaders();
        String host = only(headers, "Host");
        if (host == null || !hosts.contains(host.toLowerCase(Locale.ROOT))) {
            throw forbidden("This server answers as " + address + " only, and not as '"
                    + Objects.requireNonNullElse(host, "") + "'.");
        }
        // A proxy is asked so; what it names goes before the header Host.
        if (exchange.getRequestURI().isAbsolute()) {
            throw forbidden("This server answers as " + address + " only, and is no proxy.");
        }
        String origin = only(headers, "Origin");
        if (origin != null && !origin.equalsIgnoreCase("http://" + host)) {
            throw forbidden("A page of '" + origin + "' must not ask this server.");
        }
        String site = only(headers, "Sec-Fetch-Site");
        boolean data = exchange.getRequestURI().getRawPath().startsWith("/api/");
        if (site != null && data && !NEAR.contains(site)) {
            throw forbidden("A page of another site must not ask this server.");
        }
        switch (exchange.getRequestMethod()) {
            case "GET" -> {}
            case "POST" -> checkSender(headers, origin);
            default ->
                throw new Refusal(
                        Reason.METHOD, "This server knows GET and POST, and no " + exchange.getRequestMethod() + ".");
        }
    }

    private static void checkSender(Headers headers, @Nullable String origin) throws Refusal {
        if (origin == null) {
            throw forbidden("What is sent here must say where it comes from: the header Origin is missing.");
        }
        String type = only(headers, "Content-Type");
        String essence = type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (!essence.equals("application/json")) {
            throw new Refusal(Reason.TYPE, "What is sent here must be application/json, and not '" + essence + "'.");
        }
    }

    /** The value of a header, or null without it. Two of one name would be read one way here and another way elsewhere. */
    private static @Nullable String only(Headers headers, String name) throws Refusal {
        List<String> values = headers.get(name);
        if (values == null || values.isEmpty()) {
            return null;
        }
        if (values.size() > 1) {
            throw forbidden("The header " + name + " is given twice.");
        }
        return values.getFirst();
    }

    private static Refusal forbidden(String sentence) {
        return new Refusal(Reason.FORBIDDEN, sentence);
    }
}
