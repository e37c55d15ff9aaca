/** Tests of what {@code diagram.filter} promises. */
@NullMarked
package dev.fairlead.diagram.filter;

import org.jspecify.annotations.NullMarked;
