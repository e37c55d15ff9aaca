/**
 * The views: each turns a resolution into a {@link dev.fairlead.diagram.ir.Diagram} and looks at nothing else. What is
 * shown of it is for filters, how large it may be for budgets, and how it looks for renderers.
 */
@NullMarked
package dev.fairlead.diagram.view;

import org.jspecify.annotations.NullMarked;
