/**
 * Diagrams as Mermaid draws them on GitHub and elsewhere: a class for each of its kinds of picture, and one that knows its
 * quoting.
 */
@NullMarked
package dev.fairlead.diagram.mermaid;

import org.jspecify.annotations.NullMarked;
