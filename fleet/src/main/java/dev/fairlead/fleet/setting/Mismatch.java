package dev.fairlead.fleet.setting;

import dev.fairlead.nix.value.Value;

/**
 * A value, or a part of it, that is not of its type.
 *
 * @param part what stands between the field and the part in messages: {@code [2]}, {@code .port}; empty for the whole
 * @param demand what the value breaks, as the end of a sentence: {@code its type is string}
 * @param found the forced value
 * @param position where it is written, or 0
 */
public record Mismatch(String part, String demand, Value found, int position) {}
