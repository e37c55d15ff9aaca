/**
 * Selectors, and the facts of a fleet that they choose among: scopes, services, and what rules see besides. What is done
 * with a fact that is chosen (deploying an aspect on it, taking its channel items, firing a rule) is up to those who ask.
 */
@NullMarked
package dev.fairlead.fleet.select;

import org.jspecify.annotations.NullMarked;
