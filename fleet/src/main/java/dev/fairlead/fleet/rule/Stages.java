package dev.fairlead.fleet.rule;

import java.util.Collection;
import java.util.List;

/**
 * The rules of a group in the order they are looked at: those on scopes come to rest before those on services are run at
 * all, since nothing need be deployed for them. Where rules could keep each other from firing, there is one stage only.
 */
record Stages(List<List<Rule>> all) {
    /** @param overriding rules of earlier groups */
    Stages(Collection<Rule> group, Collection<Rule> overriding, World world) {
        this(stages(List.copyOf(group), overriding, world));
    }

    private static List<List<Rule>> stages(List<Rule> group, Collection<Rule> overriding, World world) {
        List<Rule> onScopes = group.stream()
                .filter(rule -> !rule.kinds().isEmpty() && rule.kinds().stream().allMatch(world::isScope))
                .toList();
        boolean entangled = !overriding.isEmpty()
                || group.stream()
                        .anyMatch(rule -> rule.exclusive() || !rule.overrides().isEmpty());
        return entangled || onScopes.isEmpty() || onScopes.size() == group.size()
                ? List.of(group)
                : List.of(onScopes, group);
    }
}
