package dev.fairlead.fleet.declare;

import dev.fairlead.fleet.finding.Place;
import dev.fairlead.nix.value.Value;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The aspects of {@code den.aspects}, nested ones included, by path ({@code disk.impermanence}). */
public final class AspectTree {
    private final SortedMap<String, Aspect> byPath;

    public AspectTree(SortedMap<String, Aspect> byPath) {
        this.byPath = Collections.unmodifiableSortedMap(new TreeMap<>(byPath));
    }

    /**
     * An aspect as declared.
     *
     * @param path its attribute path below {@code den.aspects}
     * @param definition a set of facets, or a function of context that returns one; a cell, perhaps not forced
     */
    public record Aspect(
            String path, Value definition, @Nullable Place location) {}

    public @Nullable Aspect find(String path) {
        return byPath.get(path);
    }

    /** All aspects, by path. */
    public Collection<Aspect> all() {
        return byPath.values();
    }

    /** The aspects whose path starts with a text, by path; all for the empty text. Costs those it gives. */
    public Collection<Aspect> startingWith(String text) {
        return text.isEmpty()
                ? all()
                : byPath.subMap(text, text + Character.MAX_VALUE).values();
    }
}
