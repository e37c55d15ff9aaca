/** Tests of {@code dev.fairlead.scope.digraph}. */
@NullMarked
package dev.fairlead.scope.digraph;

import org.jspecify.annotations.NullMarked;
