package dev.fairlead.bridge.clan;

import dev.fairlead.bridge.json.LocatedJson;
import dev.fairlead.bridge.json.LocatedJson.Fields;
import dev.fairlead.bridge.json.LocatedJson.Items;
import dev.fairlead.bridge.json.LocatedJson.Nothing;
import dev.fairlead.bridge.json.LocatedJson.Real;
import dev.fairlead.bridge.json.LocatedJson.Text;
import dev.fairlead.bridge.json.LocatedJson.Truth;
import dev.fairlead.bridge.json.LocatedJson.Whole;
import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.syntax.Source;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.BoolValue;
import dev.fairlead.nix.value.FloatValue;
import dev.fairlead.nix.value.IntValue;
import dev.fairlead.nix.value.ListValue;
import dev.fairlead.nix.value.NullValue;
import dev.fairlead.nix.value.Shape;
import dev.fairlead.nix.value.StringValue;
import dev.fairlead.nix.value.Symbol;
import dev.fairlead.nix.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Nix values whose parts stand in a JSON source: a finding about one points into the JSON. */
final class NixBuilder {
    private final Source source;

    NixBuilder(Source source) {
        this.source = source;
    }

    /** A set that is being put together. */
    final class Attrs {
        private record Entry(Value value, int position) {}

        private final TreeMap<Symbol, Entry> entries = new TreeMap<>();

        /** Adds an attribute, written at an offset; a later one of the same name replaces it. */
        Attrs put(String name, Value value, int offset) {
            entries.put(Symbol.of(Bytes.encode(name)), new Entry(value, source.position(offset)));
            return this;
        }

        AttrsValue build() {
            Symbol[] names = entries.keySet().toArray(Symbol[]::new);
            Value[] values = entries.values().stream().map(Entry::value).toArray(Value[]::new);
            int[] positions =
                    entries.values().stream().mapToInt(Entry::position).toArray();
            return new AttrsValue(Shape.ofSorted(names), values, positions);
        }
    }

    /** A list that is being put together. */
    final class Sequence {
        private final List<Value> items = new ArrayList<>();
        private final List<Integer> positions = new ArrayList<>();

        Sequence add(Value value, int offset) {
            items.add(value);
            positions.add(source.position(offset));
            return this;
        }

        ListValue build() {
            return new ListValue(
                    items.toArray(Value[]::new),
                    positions.stream().mapToInt(Integer::intValue).toArray());
        }
    }

    Attrs attrs() {
        return new Attrs();
    }

    Sequence list() {
        return new Sequence();
    }

    static Value text(String text) {
        return new StringValue(Bytes.encode(text));
    }

    /** The value that {@code builtins.fromJSON} gives. */
    Value of(LocatedJson json) {
        return switch (json) {
            case Fields fields -> {
                Attrs attrs = attrs();
                fields.fields().forEach((name, field) -> attrs.put(name, of(field.value()), field.offset()));
                yield attrs.build();
            }
            case Items items -> {
                Sequence list = list();
                items.items().forEach(item -> list.add(of(item), item.offset()));
                yield list.build();
            }
            case Text text -> text(text.value());
            case Whole whole -> IntValue.of(whole.value());
            case Real real -> new FloatValue(real.value());
            case Truth truth -> BoolValue.of(truth.value());
            case Nothing nothing -> NullValue.NULL;
        };
    }
}
