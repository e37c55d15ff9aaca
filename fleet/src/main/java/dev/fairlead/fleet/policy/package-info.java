/**
 * What rules change about a fleet, as data that every stratum is given: who asked for what, of which scope or service.
 * How rules come to ask for it is the business of {@code rule}; what a change means, that of the stratum it is for.
 */
@NullMarked
package dev.fairlead.fleet.policy;

import org.jspecify.annotations.NullMarked;
