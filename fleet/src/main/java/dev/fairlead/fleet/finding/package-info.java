/** Findings as data: what is wrong, where, why, and the smallest edit that would mend it. No text is laid out here. */
@NullMarked
package dev.fairlead.fleet.finding;

import org.jspecify.annotations.NullMarked;
