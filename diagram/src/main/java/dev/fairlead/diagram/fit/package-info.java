/**
 * Makes diagrams fit what their readers can take: budgets of formats and places, and what is left out, told on the
 * picture, where a diagram is over budget.
 */
@NullMarked
package dev.fairlead.diagram.fit;

import org.jspecify.annotations.NullMarked;
