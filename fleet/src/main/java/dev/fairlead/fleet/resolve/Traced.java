package dev.fairlead.fleet.resolve;

import dev.fairlead.fleet.declare.Survey;
import dev.fairlead.fleet.resolution.Resolution;
import java.util.Map;

/**
 * A resolution, and what it was made from.
 *
 * @param footprints by the name of the host
 * @param appearances how each host looks to others, by its name; those are left out of which that cannot be kept
 */
public record Traced(
        Resolution resolution, Survey survey, Map<String, Footprint> footprints, Map<String, Guest> appearances) {
    public Footprint footprint(String host) {
        return footprints.getOrDefault(host, Footprint.NONE);
    }
}
