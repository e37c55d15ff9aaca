/** Readers and writers of data formats: JSON, TOML and XML. All texts are byte strings in UTF-8. */
@NullMarked
package dev.fairlead.nix.builtin.format;

import org.jspecify.annotations.NullMarked;
