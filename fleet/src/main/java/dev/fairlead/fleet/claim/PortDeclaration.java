package dev.fairlead.fleet.claim;

import dev.fairlead.fleet.finding.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A port as an aspect declares it: {@code ports.<name>}.
 *
 * @param number null for {@code "auto"}: Fairlead chooses
 * @param open true if it may be reached from outside the host
 * @param location of {@code ports.<name>}
 * @param settings the paths of the settings that were read while the number was computed, each with its aspect's path
 */
record PortDeclaration(
        String name,
        @Nullable PortRange number,
        String protocol,
        BindAddress bind,
        boolean open,
        @Nullable Place location,
        List<String> settings) {
    PortDeclaration {
        settings = List.copyOf(settings);
    }
}
