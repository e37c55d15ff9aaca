package dev.fairlead.nix.value;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a function of the program says about its argument set, {@code name@{ a, b ? d, ... }}.
 *
 * @param name the name of the whole set, or null
 * @param formals the names, in byte order
 * @param ellipsis true if other attributes are allowed
 */
public record Formals(@Nullable Symbol name, List<Formal> formals, boolean ellipsis) {
    /**
     * One name of the set.
     *
     * @param optional true if it has a default
     * @param position where it is written
     */
    public record Formal(Symbol name, boolean optional, int position) {}
}
