/**
 * Pictures of a resolution: views turn it into a {@link dev.fairlead.diagram.Diagram}, one renderer per format turns that
 * into text. Reads the resolution and nothing else.
 */
@NullMarked
package dev.fairlead.diagram;

import org.jspecify.annotations.NullMarked;
