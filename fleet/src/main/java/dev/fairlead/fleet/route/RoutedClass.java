package dev.fairlead.fleet.route;

import dev.fairlead.fleet.finding.Place;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A class whose content goes through a backend.
 *
 * @param standard the backend where nobody chooses, or null if somebody must
 * @param backends the names of its backends
 * @param translators those that take whatever content there is for the class; the others need content of their own
 * @param location where it is registered, or null if only Fairlead does
 */
record RoutedClass(
        String name,
        @Nullable String standard,
        SortedSet<String> backends,
        SortedSet<String> translators,
        @Nullable Place location) {
    RoutedClass {
        backends = Collections.unmodifiableSortedSet(new TreeSet<>(backends));
        translators = Collections.unmodifiableSortedSet(new TreeSet<>(translators));
    }
}
