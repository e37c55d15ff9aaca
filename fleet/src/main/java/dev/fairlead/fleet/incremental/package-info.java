/**
 * Resolving a fleet again after an edit, for a program that goes on running: what an edit cannot reach keeps what was
 * resolved before. The strata know nothing of it: they resolve a part of the fleet as if it were all, and this package
 * decides which part that must be for the result to be that of the whole fleet.
 */
@NullMarked
package dev.fairlead.fleet.incremental;

import org.jspecify.annotations.NullMarked;
