package dev.fairlead.fleet.setting;

import dev.fairlead.nix.value.Symbol;
import dev.fairlead.nix.value.Value;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** What stands at a path of a schema. */
sealed interface SchemaNode permits Field, SchemaNode.Group, SchemaNode.Unreadable {
    /** Fields that share the beginning of their paths. */
    record Group(SortedMap<Symbol, SchemaNode> entries) implements SchemaNode {
        static final Group EMPTY = new Group(new TreeMap<>());

        public Group {
            entries = Collections.unmodifiableSortedMap(new TreeMap<>(entries));
        }
    }

    /** What cannot be read; its readers run into the same failure. */
    record Unreadable(Value cell) implements SchemaNode {}
}
