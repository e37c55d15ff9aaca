package dev.fairlead.nix.builtin.format;

import dev.fairlead.nix.value.AttrsBuilder;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.ListValue;
import dev.fairlead.nix.value.Symbol;
import dev.fairlead.nix.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A table while a TOML document is read. What created it decides who may add to it later. */
final class TomlTable {
    /** How a table came to be. */
    enum Origin {
        /** On the way to the table of a header: may get a header of its own, once. */
        IMPLICIT,
        /** By its own header. */
        HEADER,
        /** By a dotted key: more dotted keys may add to it. */
        DOTTED,
        /** Between braces: complete. */
        INLINE
    }

    /** What stands under a key. */
    private sealed interface Entry {}

    private record Leaf(Value value) implements Entry {}

    private record Sub(TomlTable table) implements Entry {}

    /** The tables of {@code [[name]]} headers. */
    private record Tables(List<TomlTable> list) implements Entry {}

    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private Origin origin;

    TomlTable(Origin origin) {
        this.origin = origin;
    }

    /** Adds a value; false if the key is taken. */
    boolean put(String key, Value value) {
        return entries.putIfAbsent(key, new Leaf(value)) == null;
    }

    /** Adds a complete table; false if the key is taken. */
    boolean put(String key, TomlTable table) {
        return entries.putIfAbsent(key, new Sub(table)) == null;
    }

    /** The table that a dotted key leads through, made if there is none; null if there is something else. */
    @Nullable
    TomlTable dotted(String key) {
        Entry entry = entries.computeIfAbsent(key, missing -> new Sub(new TomlTable(Origin.DOTTED)));
        return entry instanceof Sub(TomlTable table) && table.origin == Origin.DOTTED ? table : null;
    }

    /** The table that a header leads through: of several, the last; null if there is something else. */
    @Nullable
    TomlTable through(String key) {
        return switch (entries.computeIfAbsent(key, missing -> new Sub(new TomlTable(Origin.IMPLICIT)))) {
            case Sub(TomlTable table) when table.origin != Origin.INLINE -> table;
            case Tables(List<TomlTable> tables) -> tables.getLast();
            default -> null;
        };
    }

    /** The table of a header {@code [key]}, or null if the key is taken. */
    @Nullable
    TomlTable header(String key) {
        Entry entry = entries.computeIfAbsent(key, missing -> new Sub(new TomlTable(Origin.IMPLICIT)));
        if (entry instanceof Sub(TomlTable table) && table.origin == Origin.IMPLICIT) {
            table.origin = Origin.HEADER;
            return table;
        }
        return null;
    }

    /** A new table for a header {@code [[key]]}, or null if the key is taken by something else. */
    @Nullable
    TomlTable append(String key) {
        if (entries.computeIfAbsent(key, missing -> new Tables(new ArrayList<>()))
                instanceof Tables(List<TomlTable> tables)) {
            TomlTable table = new TomlTable(Origin.HEADER);
            tables.add(table);
            return table;
        }
        return null;
    }

    AttrsValue toValue() {
        AttrsBuilder set = new AttrsBuilder(entries.size());
        entries.forEach((key, entry) -> set.add(
                Symbol.of(key),
                switch (entry) {
                    case Leaf(Value value) -> value;
                    case Sub(TomlTable table) -> table.toValue();
                    case Tables(List<TomlTable> tables) ->
                        new ListValue(tables.stream().map(TomlTable::toValue).toArray(Value[]::new));
                }));
        return set.build();
    }
}
