/**
 * The strata, in their order, until the rules agree: from what a fleet declares to its resolution. What each stratum
 * means lives in a package of its own; here they are asked one after the other.
 */
@NullMarked
package dev.fairlead.fleet.resolve;

import org.jspecify.annotations.NullMarked;
