package dev.fairlead.viewer.answer;

import java.util.Set;

/**
 * How far the groups of a diagram are open.
 *
 * @param automatic whether groups are closed until what is left is not too much to look at
 * @param expanded the ids of groups that stay open even so, and with them those around them
 * @param collapsed the ids of groups that are closed in any case
 */
public record Depth(boolean automatic, Set<String> expanded, Set<String> collapsed) {
    /** As far as can be looked at. */
    public static final Depth AUTOMATIC = new Depth(true, Set.of(), Set.of());

    public Depth {
        expanded = Set.copyOf(expanded);
        collapsed = Set.copyOf(collapsed);
    }
}
