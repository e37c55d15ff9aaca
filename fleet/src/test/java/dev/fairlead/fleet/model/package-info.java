/** Random fleets as plain data, what a naive reading makes of them, and what must not change when they are rewritten. */
@NullMarked
package dev.fairlead.fleet.model;

import org.jspecify.annotations.NullMarked;
