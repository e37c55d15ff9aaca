/** Tests of the Mermaid writer, some of them with Mermaid itself. */
@NullMarked
package dev.fairlead.diagram.mermaid;

import org.jspecify.annotations.NullMarked;
