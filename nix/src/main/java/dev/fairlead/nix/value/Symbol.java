package dev.fairlead.nix.value;

import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * An interned name: two symbols are equal exactly if they are the same object. Names are byte strings; their order is
 * byte order.
 */
public final class Symbol implements Comparable<Symbol> {
    private static final ConcurrentHashMap<String, Symbol> TABLE = new ConcurrentHashMap<>(4096);

    private final String name;
    private final int hash;
    private @Nullable StringValue text;

    private Symbol(String name) {
        this.name = name;
        int h = name.hashCode() * 0x9E3779B9;
        this.hash = h ^ (h >>> 15);
    }

    /** The symbol of a name. */
    public static Symbol of(String name) {
        Symbol known = TABLE.get(name);
        return known != null ? known : TABLE.computeIfAbsent(name, Symbol::new);
    }

    /** The symbol of a name if any part of the program has used that name, else null: no set can have the attribute. */
    public static @Nullable Symbol known(String name) {
        return TABLE.get(name);
    }

    public String name() {
        return name;
    }

    /** The name as a value; always the same cell, but for two threads that ask first at one time. */
    public StringValue text() {
        StringValue known = text;
        if (known == null) {
            known = new StringValue(this);
            text = known;
        }
        return known;
    }

    /** A well-mixed hash of the name, the same in every process. */
    int hash() {
        return hash;
    }

    @Override
    public int compareTo(Symbol other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
