package dev.fairlead.fleet.resolution;

import dev.fairlead.fleet.resolution.Resolution.Service;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which host something in a resolution belongs to, by the name of the host; null for what belongs to none. */
public final class Owners {
    private static final String HOST = "host:";
    private static final String USER = "user:";

    private final Map<String, String> services = new HashMap<>();

    public Owners(Resolution resolution) {
        for (Service service : resolution.services()) {
            if (service.host() != null) {
                services.put(service.id(), service.host());
            }
        }
    }

    /** The host of a scope by its id: itself, or the host of a user. */
    public static @Nullable String ofScope(String id) {
        if (id.startsWith(HOST)) {
            return id.substring(HOST.length());
        }
        return id.startsWith(USER) ? id.substring(id.lastIndexOf('@') + 1) : null;
    }

    /** The host of a service or scope by its id. */
    public @Nullable String of(@Nullable String id) {
        if (id == null) {
            return null;
        }
        String host = services.get(id);
        return host == null ? ofScope(id) : host;
    }
}
