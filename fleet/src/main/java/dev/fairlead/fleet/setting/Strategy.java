package dev.fairlead.fleet.setting;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How the definitions that several layers give of one field become one value. */
public enum Strategy {
    /** The most specific definition. */
    REPLACE,
    /** All items, those of the most specific layer first. */
    APPEND,
    /** As {@link #APPEND}, without repeats; the first occurrence is kept. */
    UNIQUE,
    /** Sets by key, all the way down; at each leaf the most specific definition. */
    RECURSIVE;

    private final String text = name().toLowerCase(Locale.ROOT);

    /** As schemas spell it. */
    public String text() {
        return text;
    }

    static @Nullable Strategy parse(String text) {
        for (Strategy strategy : values()) {
            if (strategy.text.equals(text)) {
                return strategy;
            }
        }
        return null;
    }
}
