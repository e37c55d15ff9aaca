/** Diagrams as workspaces of Structurizr, in its DSL. */
@NullMarked
package dev.fairlead.diagram.structurizr;

import org.jspecify.annotations.NullMarked;
