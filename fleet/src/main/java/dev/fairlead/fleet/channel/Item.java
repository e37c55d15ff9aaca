package dev.fairlead.fleet.channel;

import dev.fairlead.nix.value.Value;

/**
 * An item as somebody reads it.
 *
 * @param origin where it comes from
 * @param value a cell: what was emitted, or what stages made of it
 */
record Item(Emission origin, Value value) {
    static Item of(Emission emission) {
        return new Item(emission, emission.value());
    }
}
