/** What is shown of a diagram: parts of it, or less detail. Works on diagrams of any view and knows no fleet. */
@NullMarked
package dev.fairlead.diagram.filter;

import org.jspecify.annotations.NullMarked;
