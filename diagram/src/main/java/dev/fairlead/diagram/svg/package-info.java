/**
 * Our own pictures: SVG, and HTML that holds it, laid out without a browser. Graphs are laid out by Eclipse ELK, which only
 * {@code ElkLayout} knows and which is loaded when it is first used; streams, tables and sequences have layouts of their own.
 */
@NullMarked
package dev.fairlead.diagram.svg;

import org.jspecify.annotations.NullMarked;
