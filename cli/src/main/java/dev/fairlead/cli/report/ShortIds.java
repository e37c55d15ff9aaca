package dev.fairlead.cli.report;

import dev.fairlead.fleet.Resolution;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The ids of services as people read them: {@code service:dns@server1} is {@code service:dns} in a fleet that has no
 * other. JSON always has whole ids.
 */
public final class ShortIds {
    /** For each short id the only service that has it, or the empty string if there are several. */
    private final Map<String, String> only = new HashMap<>();

    public ShortIds(Resolution resolution) {
        for (Resolution.Service service : resolution.services()) {
            only.merge(withoutScope(service.id()), service.id(), (one, other) -> "");
        }
    }

    /** The shortest form of an id that names one service; other ids as they are. */
    public String of(String id) {
        String candidate = withoutScope(id);
        return id.equals(only.get(candidate)) ? candidate : id;
    }

    List<String> of(List<String> ids) {
        return ids.stream().map(this::of).toList();
    }

    /** {@code service:dns} of {@code service:dns@server1}. Names hold no {@code @}, so the first one ends the path. */
    private static String withoutScope(String id) {
        int at = id.startsWith("service:") ? id.indexOf('@') : -1;
        return at < 0 ? id : id.substring(0, at);
    }
}
