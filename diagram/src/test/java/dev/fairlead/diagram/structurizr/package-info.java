/** Tests of what {@code diagram.structurizr} promises. */
@NullMarked
package dev.fairlead.diagram.structurizr;

import org.jspecify.annotations.NullMarked;
