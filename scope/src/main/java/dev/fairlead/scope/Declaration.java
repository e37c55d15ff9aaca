package dev.fairlead.scope;

/**
 * A datum under a name at a scope.
 *
 * @param scope the id of the declaring scope
 * @param name what it is declared as
 * @param datum what is declared; two declarations with equal data are the same answer
 */
public record Declaration<T>(String scope, String name, T datum) {}
