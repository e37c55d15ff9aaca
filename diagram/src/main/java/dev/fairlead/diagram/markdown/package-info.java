/** Diagrams as tables and lists that a forge shows as they are. */
@NullMarked
package dev.fairlead.diagram.markdown;

import org.jspecify.annotations.NullMarked;
