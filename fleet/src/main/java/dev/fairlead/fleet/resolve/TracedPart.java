package dev.fairlead.fleet.resolve;

/**
 * A part of a fleet.
 *
 * @param refresher for services of hosts that are not in it, but seen
 */
public record TracedPart(Traced traced, Refresher refresher) {}
