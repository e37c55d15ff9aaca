package dev.fairlead.nix.syntax;

/**
 * A place in a source, for people and other programs.
 *
 * @param file the name of the source (a byte string)
 * @param line from 1
 * @param column from 1, in bytes
 * @param endLine the line of the first byte after the place
 * @param endColumn the column of the first byte after the place
 */
public record Location(String file, int line, int column, int endLine, int endColumn) {}
