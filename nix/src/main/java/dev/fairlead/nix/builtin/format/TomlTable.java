package dev.fairlead.nix.builtin.format;

import dev.fairlead.nix.value.AttrsBuilder;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.ListValue;
import dev.fairlead.nix.value.Symbol;
import dev.fairlead.nix.value.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

    /** A key with dots in it, and where it is written. */
    record Key(List<String> names, Cursor in, int offset) {
        /** The names that lead to the table of the last one. */
        List<String> way() {
            return names.subList(0, names.size() - 1);
        }

        String last() {
            return names.getLast();
        }

        FormatException fail(String title) {
            return in.fail(title, offset);
        }
    }

    /** What stands under a name. */
    private sealed interface Entry {}

    private record Leaf(Value value) implements Entry {
        /** Whether it is an array of inline tables, and not empty. */
        boolean isTables() {
            return value instanceof ListValue list
                    && list.size() > 0
                    && Arrays.stream(list.items()).allMatch(AttrsValue.class::isInstance);
        }
    }

    private record Sub(TomlTable table) implements Entry {}

    /** The tables of {@code [[name]]} headers. */
    private record Tables(List<TomlTable> list) implements Entry {}

    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private Origin origin;

    TomlTable(Origin origin) {
        this.origin = origin;
    }

    /**
     * Adds a value or a complete table.
     *
     * @param key where its key is written, for the error if there is something under it
     */
    void put(String name, Object value, Key key) {
        Entry entry = value instanceof TomlTable table ? new Sub(table) : new Leaf((Value) value);
        if (entries.putIfAbsent(name, entry) != null) {
            throw key.fail("toml::insert_value: failed to insert a value, value already exists");
        }
    }

    /** The table that a dotted key leads through, made if there is none. */
    TomlTable dotted(String name, Key key) {
        Entry entry = entries.computeIfAbsent(name, missing -> new Sub(new TomlTable(Origin.DOTTED)));
        if (entry instanceof Tables) {
            throw key.fail("toml::insert_value:dotted key cannot reopen an array-of-tables");
        }
        TomlTable table = open(entry, key);
        if (table.origin != Origin.DOTTED) {
            throw key.fail("toml::insert_value: reopening a table using dotted keys");
        }
        return table;
    }

    /** The table that a header leads through, made if there is none: of several, the last. */
    TomlTable through(String name, Key key) {
        return open(entries.computeIfAbsent(name, missing -> new Sub(new TomlTable(Origin.IMPLICIT))), key);
    }

    private static TomlTable open(Entry entry, Key key) {
        return switch (entry) {
            case Sub(TomlTable table)
            when table.origin == Origin.INLINE ->
                throw key.fail("toml::insert_value: failed to insert a value: inline table is immutable");
            case Sub(TomlTable table) -> table;
            case Tables(List<TomlTable> tables) -> tables.getLast();
            case Leaf leaf
            when leaf.isTables() -> throw key.fail("toml::insert_value:inline array of tables are immutable");
            case Leaf _ -> throw key.fail("toml::insert_value: failed to insert a value, value already exists");
        };
    }

    /** The table of a header {@code [key]}. */
    TomlTable header(String name, Key key) {
        Entry entry = entries.computeIfAbsent(name, missing -> new Sub(new TomlTable(Origin.IMPLICIT)));
        if (entry instanceof Sub(TomlTable table) && table.origin == Origin.IMPLICIT) {
            table.origin = Origin.HEADER;
            return table;
        }
        throw key.fail("toml::insert_value: failed to insert a table, table already defined");
    }

    /** A new table for a header {@code [[key]]}. */
    TomlTable append(String name, Key key) {
        return switch (entries.computeIfAbsent(name, missing -> new Tables(new ArrayList<>()))) {
            case Tables(List<TomlTable> tables) -> {
                TomlTable table = new TomlTable(Origin.HEADER);
                tables.add(table);
                yield table;
            }
            case Leaf leaf
            when leaf.isTables() ->
                throw key.fail("toml::insert_value: failed to insert a table, inline array of tables is immutable");
            default -> throw key.fail("toml::insert_value: failed to insert an array of tables, value already exists");
        };
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
