/**
 * The Nix language as text: source files and positions, lexer, parser, the tree, and its printer.
 *
 * <p>Knows nothing of evaluation. Every {@code String} in this module that comes from a program is a
 * <em>byte string</em>: one {@code char} per byte (0–255), because Nix strings are bytes, are measured in bytes
 * and are ordered by bytes. {@link dev.fairlead.nix.syntax.Bytes} converts at the edges.
 */
@NullMarked
package dev.fairlead.nix.syntax;

import org.jspecify.annotations.NullMarked;
