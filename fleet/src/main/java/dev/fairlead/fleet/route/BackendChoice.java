package dev.fairlead.fleet.route;

import dev.fairlead.fleet.finding.Place;
import org.jspecify.annotations.Nullable;

/**
 * A backend for a class, and who chose it.
 *
 * @param by the id of a scope or service; null for what the class itself says
 */
record BackendChoice(
        String backend, @Nullable String by, @Nullable Place location) {}
