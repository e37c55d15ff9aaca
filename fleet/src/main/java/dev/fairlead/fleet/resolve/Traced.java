package dev.fairlead.fleet.resolve;

import dev.fairlead.fleet.declare.Survey;
import dev.fairlead.fleet.resolution.Resolution;
import java.util.List;
import java.util.Map;

/**
 * A resolution, and what it was made from.
 *
 * @param footprints by the name of the host
 * @param appearances how each host looks to others, by its name; those are left out of which that cannot be kept
 * @param readers the services of each host that do nothing with what channels bring but compute their content, by the name
 *     of the host; those are left out that see more of others than what channels bring
 */
public record Traced(
        Resolution resolution,
        Survey survey,
        Map<String, Footprint> footprints,
        Map<String, Guest> appearances,
        Map<String, List<ContentReader>> readers) {
    public Footprint footprint(String host) {
        return footprints.getOrDefault(host, Footprint.NONE);
    }
}
