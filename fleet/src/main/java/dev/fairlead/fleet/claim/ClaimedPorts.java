package dev.fairlead.fleet.claim;

import dev.fairlead.fleet.resolution.Coordination.PortClaim;
import java.util.List;

/**
 * The ports that the services of a fleet claim.
 *
 * @param claims by host and number
 * @param collisions by host, then by their first claims
 */
public record ClaimedPorts(List<PortClaim> claims, List<Collision> collisions) {
    public ClaimedPorts {
        claims = List.copyOf(claims);
        collisions = List.copyOf(collisions);
    }

    /**
     * Claims on one host that cannot all be had: they collide with each other, directly or through others.
     *
     * @param claims by service and name, at least two
     * @param ports the numbers that more than one of them takes, in order: {@code 80}, or {@code 8000-8010}
     */
    public record Collision(List<PortClaim> claims, List<String> ports) {
        public Collision {
            claims = List.copyOf(claims);
            ports = List.copyOf(ports);
        }
    }
}
