package dev.fairlead.nix.builtin;

import dev.fairlead.nix.value.Value;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** Collects what {@code builtins} holds, one family after the other. */
public final class Registry {
    private final TreeMap<String, Value> entries = new TreeMap<>();

    /**
     * Adds a function under its own name.
     *
     * @throws IllegalStateException if the name is taken
     */
    public void add(Builtin function) {
        add(function.name(), function);
    }

    /**
     * Adds a constant; the cell may be a promise.
     *
     * @throws IllegalStateException if the name is taken
     */
    public void add(String name, Value constant) {
        if (entries.putIfAbsent(name, constant) != null) {
            throw new IllegalStateException("two built-ins are called " + name);
        }
    }

    /** What was added, by name. */
    public SortedMap<String, Value> entries() {
        return Collections.unmodifiableSortedMap(entries);
    }
}
