/**
 * Merging definitions as NixOS merges those of options, but lazily per path. Knows the language's values and nothing
 * of fleets: how each path merges is given by {@link dev.fairlead.fleet.declare.merge.MergeRule}.
 */
@NullMarked
package dev.fairlead.fleet.declare.merge;

import org.jspecify.annotations.NullMarked;
