/**
 * Directed graphs and the algorithms that order them: waves, strongly connected components, shortest cycles, reachability, transitive reduction. All are
 * iterative, so depth is no limit, and deterministic: ties go to the smaller id. Labels, scopes and queries live in {@code dev.fairlead.scope}.
 */
@NullMarked
package dev.fairlead.scope.digraph;

import org.jspecify.annotations.NullMarked;
