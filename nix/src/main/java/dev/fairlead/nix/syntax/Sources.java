package dev.fairlead.nix.syntax;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All sources of one evaluation, laid end to end, so that a position is one {@code int} (see {@link Source}). Safe for
 * use by several threads.
 */
public final class Sources {
    private final List<Source> sources = new ArrayList<>();
    private int nextBase = 1;

    /**
     * Adds a source.
     *
     * @throws IllegalStateException if all sources together are longer than 2 GiB
     */
    public synchronized Source add(String name, String directory, String text) {
        if (nextBase > Integer.MAX_VALUE - text.length() - 1) {
            throw new IllegalStateException("sources are longer than 2 GiB altogether");
        }
        Source source = new Source(name, directory, text, nextBase);
        sources.add(source);
        nextBase += text.length() + 1;
        return source;
    }

    /** The source that a position lies in, or null for position 0. */
    public synchronized @Nullable Source sourceOf(int position) {
        int low = 0;
        int high = sources.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            Source source = sources.get(middle);
            if (position < source.base()) {
                high = middle - 1;
            } else if (position > source.base() + source.text().length()) {
                low = middle + 1;
            } else {
                return source;
            }
        }
        return null;
    }

    /** The place of a position, or null for position 0. */
    public @Nullable Location locate(int position) {
        Source source = sourceOf(position);
        return source == null ? null : source.locate(position - source.base());
    }
}
