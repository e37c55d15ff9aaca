/**
 * What the tests of every module share: golden files, random values with shrinking, external programs, fixtures.
 *
 * <p>Knows nothing of Nix, scopes or fleets; a generator of Nix expressions lives with the tests of {@code nix}. Used
 * with scope {@code test} only, so nothing here reaches a user.
 */
@NullMarked
package dev.fairlead.testing;

import org.jspecify.annotations.NullMarked;
