/** The functions and constants of {@code builtins}, one class per family, and the table that lists them all. */
@NullMarked
package dev.fairlead.nix.builtin;

import org.jspecify.annotations.NullMarked;
