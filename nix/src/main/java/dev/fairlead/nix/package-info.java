/**
 * The Nix language, and nothing of fleets: {@link dev.fairlead.nix.Nix} puts its parts together. Texts become trees in
 * {@code syntax}, trees are evaluated in {@code eval} to what {@code value} defines, and {@code builtin} and {@code lib}
 * are the functions that programs find there.
 */
@NullMarked
package dev.fairlead.nix;

import org.jspecify.annotations.NullMarked;
