/**
 * What services mean to each other: the scope graph of a fleet, each requirement as a query of it, and what becomes of
 * it: a binding, or a finding that argues its case.
 */
@NullMarked
package dev.fairlead.fleet.require;

import org.jspecify.annotations.NullMarked;
