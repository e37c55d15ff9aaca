package dev.fairlead.fleet.declare;

import dev.fairlead.nix.value.Value;

/**
 * One part of a fleet's declarations, usually a file's: a set {@code { den...; }} or a function of
 * {@code { den, lib, ... }} that returns one. All contributions are merged into one {@code den}.
 *
 * @param file what findings call it
 * @param value a cell, not forced yet
 */
public record Contribution(String file, Value value) {}
