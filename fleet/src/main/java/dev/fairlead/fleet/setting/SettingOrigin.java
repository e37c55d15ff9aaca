package dev.fairlead.fleet.setting;

import dev.fairlead.fleet.finding.Place;
import org.jspecify.annotations.Nullable;

/**
 * Where a value that was read from settings comes from.
 *
 * @param path the path of the aspect and the field
 * @param layer a scope id, {@code include}, {@code default} or {@code rule:<name>}
 * @param location where that layer says it
 */
public record SettingOrigin(
        String path, String layer, @Nullable Place location) {}
