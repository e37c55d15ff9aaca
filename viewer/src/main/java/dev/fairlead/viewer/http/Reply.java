package dev.fairlead.viewer.http;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import dev.fairlead.viewer.answer.Answers;
import dev.fairlead.viewer.answer.Refusal;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What is sent back. */
public final class Reply {
    /** Of data nothing may be loaded or run, whatever a browser takes it for. */
    private static final String INERT = "default-src 'none'; frame-ancestors 'none'";

    private static final String JSON = "application/json; charset=utf-8";

    private final int status;
    private final String type;
    private final String policy;
    private final @Nullable String file;
    private final byte[] body;

    /**
     * A reply.
     *
     * @param policy the content security policy of the page that it may be
     * @param file the name under which a browser saves it; null to show it
     */
    private Reply(int status, String type, String policy, @Nullable String file, byte[] body) {
        this.status = status;
        this.type = type;
        this.policy = policy;
        this.file = file;
        this.body = body;
    }

    /** Data as JSON. */
    public static Reply json(String json) {
        return new Reply(200, JSON, INERT, null, json.getBytes(StandardCharsets.UTF_8));
    }

    /** A file to be saved. */
    public static Reply file(String name, String type, byte[] content) {
        return new Reply(200, type, INERT, name, content);
    }

    /** A page, or what a page is made of. */
    public static Reply page(String type, String policy, byte[] content) {
        return new Reply(200, type, policy, null, content);
    }

    /** Why there is nothing else to send. */
    static Reply refused(Refusal refusal) {
        int status = switch (refusal.reason()) {
            case MALFORMED -> 400;
            case FORBIDDEN -> 403;
            case UNKNOWN -> 404;
            case METHOD -> 405;
            case IMPOSSIBLE -> 409;
            case TOO_LARGE -> 413;
            case TYPE -> 415;
        };
        return error(status, refusal.sentence(), refusal.about());
    }

    static Reply error(int status, String sentence) {
        return error(status, sentence, null);
    }

    private static Reply error(int status, String sentence, @Nullable String about) {
        String json = Answers.object(generator -> {
            generator.writeStringProperty("error", sentence);
            if (about != null) {
                generator.writeStringProperty("about", about);
            }
        });
        return new Reply(status, JSON, INERT, null, json.getBytes(StandardCharsets.UTF_8));
    }

    void send(HttpExchange exchange) throws IOException {
        Headers headers = exchange.getResponseHeaders();
        protect(headers, policy);
        headers.set("Content-Type", type);
        if (status == 405) {
            headers.set("Allow", "GET, POST");
        }
        if (file != null) {
            headers.set("Content-Disposition", "attachment; filename=\"" + file + "\"");
        }
        boolean sent = body.length > 0 && !exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, sent ? body.length : -1);
        if (sent) {
            // Closed, so that it is sent even where the body of the request was not read.
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(body);
            }
        }
    }

    /** The headers that every answer has. */
    static void protect(Headers headers, String policy) {
        headers.set("Content-Security-Policy", policy);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("X-Frame-Options", "DENY");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        headers.set("Cache-Control", "no-store");
    }

    /** As {@link #protect(Headers, String)}, for data. */
    static void protect(Headers headers) {
        protect(headers, INERT);
    }
}
