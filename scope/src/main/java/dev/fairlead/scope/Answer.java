package dev.fairlead.scope;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a name means from a scope. Equal data are one answer, however many paths lead to it and at however many scopes it is declared. What is visible was
 * found already; the shadowed rest is searched when first asked for.
 */
public final class Answer<T> {
    private final List<Found<T>> visible;
    private final Supplier<List<Found<T>>> search;
    private volatile @Nullable List<Found<T>> shadowed;

    Answer(List<Found<T>> visible, Supplier<List<Found<T>>> search) {
        this.visible = List.copyOf(visible);
        this.search = search;
    }

    /** The declarations with a minimal path: none shadows another. Those whose paths have the same word are sorted by the graph's order of data. */
    public List<Found<T>> visible() {
        return visible;
    }

    /**
     * The reachable declarations that are not visible, most specific first, then by the graph's order of data.
     *
     * @throws SearchLimitException see there
     */
    public List<Found<T>> shadowed() {
        List<Found<T>> known = shadowed;
        if (known == null) {
            known = visible.isEmpty() ? List.of() : List.copyOf(search.get());
            shadowed = known; // a race would only search the same list again
        }
        return known;
    }

    /** All declarations that a well-formed path reaches: the visible ones, then the shadowed ones. */
    public List<Found<T>> reachable() {
        return Stream.concat(visible.stream(), shadowed().stream()).toList();
    }

    /** Whether several different data are visible. */
    public boolean isAmbiguous() {
        return visible.size() > 1;
    }

    /** Whether nothing is reachable. */
    public boolean isEmpty() {
        return visible.isEmpty();
    }

    /** The one visible declaration; empty if there is none or the answer is ambiguous. */
    public Optional<Found<T>> single() {
        return visible.size() == 1 ? Optional.of(visible.getFirst()) : Optional.empty();
    }
}
