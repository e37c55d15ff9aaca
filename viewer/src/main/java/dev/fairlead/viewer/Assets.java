package dev.fairlead.viewer;

import dev.fairlead.viewer.answer.Refusal;
import dev.fairlead.viewer.http.Reply;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The files of the page, which are in the program. There are those that are named here, and no others. */
final class Assets {
    static final String PAGE = "index.html";
    static final String SCRIPT = "app.js";
    static final String STYLE = "app.css";

    private static final Map<String, String> TYPES = Map.of(
            PAGE,
            "text/html; charset=utf-8",
            SCRIPT,
            "text/javascript; charset=utf-8",
            STYLE,
            "text/css; charset=utf-8",
            "favicon.svg",
            "image/svg+xml");

    private static final String STRICT = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:"
            + " blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; connect-src 'self'";

    private final Map<String, byte[]> files = new TreeMap<>();

    private Assets(Map<String, byte[]> files) {
        this.files.putAll(files);
    }

    /** The page that the program was built with; without any if it was built without. */
    static Assets ofProgram() {
        Map<String, byte[]> files = new TreeMap<>();
        for (String name : TYPES.keySet()) {
            try (InputStream file = Assets.class.getResourceAsStream("web/" + name)) {
                if (file != null) {
                    files.put(name, file.readAllBytes());
                }
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
        return new Assets(files);
    }

    boolean isComplete() {
        return files.keySet().containsAll(List.of(PAGE, SCRIPT, STYLE));
    }

    String text(String name) {
        byte[] file = files.get(name);
        if (file == null) {
            throw new IllegalStateException("the program was built without " + name);
        }
        return new String(file, StandardCharsets.UTF_8);
    }

    /** The page itself, which talks to this server only. */
    Reply page() throws Refusal {
        return reply(PAGE, STRICT);
    }

    /**
     * The same page where a user enters the address of a file that the browser fetches. Only here may it talk to others;
     * the page with the fleet in it may not.
     */
    Reply opener() throws Refusal {
        return reply(PAGE, STRICT + " http: https:");
    }

    /** A file by its name. */
    Reply named(String name) throws Refusal {
        return reply(name, STRICT);
    }

    private Reply reply(String name, String policy) throws Refusal {
        byte[] file = files.get(name);
        String type = TYPES.get(name);
        if (file == null || type == null) {
            throw Refusal.unknown("There is nothing here.");
        }
        return Reply.page(type, policy, file);
    }
}
