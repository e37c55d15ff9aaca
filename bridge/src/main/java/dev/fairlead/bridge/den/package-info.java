/**
 * What den-diagram writes: its graphs of a host and of a fleet, as JSON, read as resolutions. They know what includes what
 * and what flows through channels, and nothing of requirements, settings or ports; views show what there is.
 */
@NullMarked
package dev.fairlead.bridge.den;

import org.jspecify.annotations.NullMarked;
