/**
 * POSIX extended regular expressions over bytes, for {@code builtins.match} and {@code builtins.split}.
 *
 * <p>What a pattern means, and which of several matches is taken, is what {@code std::regex::extended} of libstdc++ does,
 * because that is what programs in the wild were written against; how long it takes is not: time and memory are at
 * most proportional to pattern times input.
 */
@NullMarked
package dev.fairlead.nix.builtin.regex;

import org.jspecify.annotations.NullMarked;
