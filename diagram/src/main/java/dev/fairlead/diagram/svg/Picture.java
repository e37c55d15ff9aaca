package dev.fairlead.diagram.svg;

/**
 * A drawing.
 *
 * @param svg its elements, without the element around them
 * @param width in pixels
 * @param height in pixels
 */
record Picture(String svg, double width, double height) {}
