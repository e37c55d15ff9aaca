package dev.fairlead.nix.value;

import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The store paths that a string depends on, each encoded as Nix does: {@code /nix/store/x} (a path),
 * {@code =/nix/store/x.drv} (a derivation with all its outputs) or {@code !out!/nix/store/x.drv} (one output). Never
 * empty: a string without context has none.
 */
public final class StringContext {
    private final String[] elements;

    private StringContext(String[] elements) {
        this.elements = elements;
    }

    /** The context with these elements, or null if there are none. */
    public static @Nullable StringContext of(SortedSet<String> elements) {
        return elements.isEmpty() ? null : new StringContext(elements.toArray(String[]::new));
    }

    /** The context with one element. */
    public static StringContext of(String element) {
        return new StringContext(new String[] {element});
    }

    /** The elements of both. */
    public static @Nullable StringContext union(@Nullable StringContext a, @Nullable StringContext b) {
        if (a == null || a == b) {
            return b;
        }
        if (b == null) {
            return a;
        }
        TreeSet<String> all = new TreeSet<>(a.elements());
        all.addAll(b.elements());
        return of(all);
    }

    /** The elements, sorted. */
    public List<String> elements() {
        return Arrays.asList(elements);
    }
}
