/**
 * Routed classes: content that a service has for one goes through a backend, such as {@code nginx} for
 * {@code reverse-proxy}. Here it is decided which backend that is; what it makes of the content is not done here.
 */
@NullMarked
package dev.fairlead.fleet.route;

import org.jspecify.annotations.NullMarked;
