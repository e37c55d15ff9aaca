/**
 * Diagrams before they have a format: what views make, filters and budgets change, and renderers write. Has a JSON form,
 * {@code fairlead/diagram/1}. Knows no fleet and no format but that one.
 */
@NullMarked
package dev.fairlead.diagram.ir;

import org.jspecify.annotations.NullMarked;
