/**
 * What flows through channels: what services emit, who sees which items of it, in which order, and what becomes of them on
 * the way. Who consumes a channel is read from the source of facets, since that code may run elsewhere, or never.
 */
@NullMarked
package dev.fairlead.fleet.channel;

import org.jspecify.annotations.NullMarked;
