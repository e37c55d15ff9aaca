/**
 * Scope graphs and their query calculus: scopes, labelled edges, declarations, and the resolution of a name from a scope to the declarations it sees
 * (Neron, Tolmach, Visser, Wachsmuth, <i>A Theory of Name Resolution</i>, ESOP 2015; van Antwerpen, Poulsen, Rouvoet, Visser, <i>Scopes as Types</i>,
 * OOPSLA 2018).
 *
 * <p>Start at {@link dev.fairlead.scope.ScopeGraph} and {@link dev.fairlead.scope.Resolver}. Plain directed graphs (order, components, reachability) live
 * in {@code dev.fairlead.scope.digraph}. Nothing here knows of Nix or of fleets.
 */
@NullMarked
package dev.fairlead.scope;

import org.jspecify.annotations.NullMarked;
