/**
 * A store that exists in memory only: the names, hashes and derivations that Nix would compute for the same program,
 * without writing anything. Nothing here knows the functions of {@code builtins} that use it.
 */
@NullMarked
package dev.fairlead.nix.builtin.store;

import org.jspecify.annotations.NullMarked;
