package dev.fairlead.cli.report;

import dev.fairlead.fleet.resolution.Resolution;
import dev.fairlead.fleet.resolution.Resolution.Service;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The part of a fleet's plan that was asked for.
 *
 * @param waves in the order in which they are carried out, none empty
 * @param unordered the services that have no place in the order because they lie on or behind a cycle
 */
public record Plan(List<Wave> waves, List<String> unordered) {

    /** Services that need not wait for each other; {@code number} is the wave's index in the whole plan. */
    public record Wave(int number, List<String> services) {}

    /**
     * The plan of a fleet, or the part of it that concerns a host.
     *
     * @param host the name of the host whose services are kept; null for all
     * @param reverse the order in which to stop services or to restore their state
     */
    public static Plan of(Resolution resolution, @Nullable String host, boolean reverse) {
        List<String> kept = new ArrayList<>();
        List<String> unordered = new ArrayList<>();
        for (Service service : resolution.services()) {
            if (host == null || host.equals(service.host())) {
                (service.wave() == null ? unordered : kept).add(service.id());
            }
        }
        Set<String> ofHost = new HashSet<>(kept);
        List<Wave> waves = new ArrayList<>();
        for (int number = 0; number < resolution.plan().size(); number++) {
            List<String> services = resolution.plan().get(number).stream()
                    .filter(ofHost::contains)
                    .toList();
            if (!services.isEmpty()) {
                waves.add(new Wave(number, services));
            }
        }
        return new Plan(reverse ? waves.reversed() : waves, unordered);
    }
}
