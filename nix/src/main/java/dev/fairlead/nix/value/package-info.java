/**
 * The values of the Nix language and what can be done with a value without knowing how it was computed: force,
 * compare, coerce, print. How expressions are computed lives in {@code eval}; functions written in Java live in
 * {@code builtin} and {@code lib}.
 */
@NullMarked
package dev.fairlead.nix.value;

import org.jspecify.annotations.NullMarked;
