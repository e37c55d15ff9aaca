package dev.fairlead.scope;

/**
 * A declaration that a query reaches.
 *
 * @param datum what is declared
 * @param scope the id of the declaring scope; of several that declare an equal datum, one with the most specific path
 * @param path a most specific path to that scope, as evidence
 */
public record Found<T>(T datum, String scope, Path path) {}
