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
 * @param settings the settings that were read while the number was computed
 * @param rule what gives it the number, {@code rule:<name>}, if a rule does
 */
record PortDeclaration(
        String name,
        @Nullable PortRange number,
        String protocol,
        BindAddress bind,
        boolean open,
        @Nullable Place location,
        List<SettingRead> settings,
        @Nullable String rule) {
    PortDeclaration {
        settings = List.copyOf(settings);
    }

    /** The same port with a number that a rule gives it. */
    PortDeclaration allocated(int port, String by, @Nullable Place place) {
        return new PortDeclaration(
                name, PortRange.of(port), protocol, bind, open, place == null ? location : place, List.of(), by);
    }
}
