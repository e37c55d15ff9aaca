/**
 * What a service and its provider tell each other: the request of the one, the result of the other, and the contracts that
 * both are held to, lazily and with blame. Whom a requirement is bound to is decided before, in {@code require}.
 */
@NullMarked
package dev.fairlead.fleet.contract;

import org.jspecify.annotations.NullMarked;
