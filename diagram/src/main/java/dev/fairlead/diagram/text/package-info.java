/** Diagrams for the terminal. */
@NullMarked
package dev.fairlead.diagram.text;

import org.jspecify.annotations.NullMarked;
