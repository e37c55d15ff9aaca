/**
 * What must hold for every input, however malformed: the programs that a fuzzer runs, and a fuzzer of our own that is
 * deterministic and small enough for every build. The long search is done by Jazzer ({@code tools/fuzz}), which the code
 * here does not know.
 */
@NullMarked
package dev.fairlead.fuzz;

import org.jspecify.annotations.NullMarked;
