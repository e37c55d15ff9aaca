/**
 * What services say for their classes, as far as it can be told without the target it is for: enough to see whether it is
 * the same as before. Nothing is merged or written out here.
 */
@NullMarked
package dev.fairlead.fleet.content;

import org.jspecify.annotations.NullMarked;
