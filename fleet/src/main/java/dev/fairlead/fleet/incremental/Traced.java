package dev.fairlead.fleet.incremental;

import dev.fairlead.fleet.Guest;
import dev.fairlead.fleet.Resolution;
import dev.fairlead.fleet.declare.Survey;
import java.util.Map;

/**
 * A resolution, and what it was made from.
 *
 * @param footprints by the name of the host
 * @param appearances how each host looks to others, by its name; those are left out of which that cannot be kept
 */
public record Traced(
        Resolution resolution, Survey survey, Map<String, Footprint> footprints, Map<String, Guest> appearances) {
    Footprint footprint(String host) {
        return footprints.getOrDefault(host, Footprint.NONE);
    }
}
