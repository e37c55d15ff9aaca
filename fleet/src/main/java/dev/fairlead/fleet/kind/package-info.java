/**
 * The data of scopes, held to what {@code den.kinds} says of their kind: types, defaults, references to other scopes, and
 * conditions. Which kinds and scopes there are is read in {@code declare}.
 */
@NullMarked
package dev.fairlead.fleet.kind;

import org.jspecify.annotations.NullMarked;
