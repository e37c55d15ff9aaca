/**
 * What a fleet means: from declarations to the {@link dev.fairlead.fleet.Resolution}, the one value that reports,
 * diagrams, diffs and bridges read.
 */
@NullMarked
package dev.fairlead.fleet;

import org.jspecify.annotations.NullMarked;
