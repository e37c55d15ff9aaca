/**
 * What was understood of a fleet, as one immutable value: the {@link dev.fairlead.fleet.resolution.Resolution}, which
 * reports, diagrams, differences, the viewer and the bridges read, and nothing else. It knows neither how a fleet is
 * written nor how it is resolved.
 */
@NullMarked
package dev.fairlead.fleet.resolution;

import org.jspecify.annotations.NullMarked;
