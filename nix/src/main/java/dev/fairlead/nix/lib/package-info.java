/**
 * Fairlead's own {@code lib}, for fleets that bring none: the functions of nixpkgs' {@code lib} in its namespaces,
 * in Java where they are hot and in our own Nix sources (resources beside this package) where they are not.
 */
@NullMarked
package dev.fairlead.nix.lib;

import org.jspecify.annotations.NullMarked;
