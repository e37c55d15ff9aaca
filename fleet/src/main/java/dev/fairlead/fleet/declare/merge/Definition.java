package dev.fairlead.fleet.declare.merge;

import dev.fairlead.nix.value.Value;

/**
 * One definition of a path.
 *
 * @param value a cell
 * @param position where it is written, or 0
 */
public record Definition(Value value, int position) {}
