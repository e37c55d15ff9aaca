package dev.fairlead.fleet.setting;

import dev.fairlead.nix.value.Value;

/**
 * What one layer says of a field.
 *
 * @param layer a scope id, {@code include}, {@code default} or {@code rule:<name>}
 * @param value forced
 * @param position where it is written, or 0
 */
public record Contribution(String layer, Value value, int position) {
    /** The layer of what a schema itself defines. */
    public static final String DEFAULT = "default";

    /** The layer of the settings that the include of an instance gives. */
    public static final String INCLUDE = "include";

    boolean isDefault() {
        return layer.equals(DEFAULT);
    }
}
