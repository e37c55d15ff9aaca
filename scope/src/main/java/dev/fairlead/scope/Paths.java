package dev.fairlead.scope;

import java.util.List;

/**
 * Some or all paths between two scopes, for explanations.
 *
 * @param paths the paths, most specific first; the very most specific one is always among them
 * @param complete whether these are all there are
 */
public record Paths(List<Path> paths, boolean complete) {
    /** Copies the list. */
    public Paths {
        paths = List.copyOf(paths);
    }
}
