package dev.fairlead.fleet.incremental;

import dev.fairlead.fleet.Resolution;
import dev.fairlead.fleet.declare.Survey;
import java.util.Map;

/**
 * A resolution, and what it was made from.
 *
 * @param footprints by the name of the host
 */
public record Traced(Resolution resolution, Survey survey, Map<String, Footprint> footprints) {
    Footprint footprint(String host) {
        return footprints.getOrDefault(host, Footprint.NONE);
    }
}
