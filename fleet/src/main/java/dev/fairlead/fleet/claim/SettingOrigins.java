package dev.fairlead.fleet.claim;

import dev.fairlead.fleet.deploy.DeployedService;
import dev.fairlead.fleet.finding.Place;
import org.jspecify.annotations.Nullable;

/** Tells where the value of a setting comes from. */
@FunctionalInterface
public interface SettingOrigins {
    /** Nothing is known. */
    SettingOrigins UNKNOWN = (service, path) -> null;

    /**
     * The most specific layer that a setting's value comes from.
     *
     * @param layer a scope id, {@code include}, {@code default} or {@code rule:<name>}
     */
    record Origin(String layer, @Nullable Place location) {}

    /**
     * Where what a service reads comes from, or null if that is not known.
     *
     * @param path an aspect path and a field, perhaps with what is inside its value: {@code nginx.listen.port}
     */
    @Nullable
    Origin of(DeployedService service, String path);
}
