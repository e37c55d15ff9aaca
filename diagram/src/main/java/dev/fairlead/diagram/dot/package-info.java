/** Diagrams for Graphviz. */
@NullMarked
package dev.fairlead.diagram.dot;

import org.jspecify.annotations.NullMarked;
