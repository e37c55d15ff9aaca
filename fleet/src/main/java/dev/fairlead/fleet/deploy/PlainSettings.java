package dev.fairlead.fleet.deploy;

import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.FunctionValue;
import dev.fairlead.nix.value.Promise;
import dev.fairlead.nix.value.Shape;
import dev.fairlead.nix.value.StringValue;
import dev.fairlead.nix.value.Symbol;
import dev.fairlead.nix.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Settings as plain values: of every layer that defines a setting the most specific wins, leaf by leaf, and the
 * schema's default comes last. Nothing is computed before it is read. Types, merge strategies and provenance are not
 * looked at here.
 */
final class PlainSettings {
    private static final Symbol TYPE = Symbol.of("_type");
    private static final Symbol DEFAULT = Symbol.of("default");
    private static final Symbol OPTIONS = Symbol.of("options");
    private static final List<Symbol> OPTION_FIELDS =
            List.of(DEFAULT, Symbol.of("type"), Symbol.of("merge"), Symbol.of("description"));

    private PlainSettings() {}

    /** What the first of several layers that defines a thing says of it; layers are cells, most specific first. */
    static Value layered(List<? extends Value> layers) {
        return new Promise() {
            @Override
            protected Value compute() {
                return merge(layers);
            }
        };
    }

    private static Value merge(List<? extends Value> layers) {
        var sets = new ArrayList<AttrsValue>();
        for (Value layer : layers) {
            Value value = layer.force();
            if (!(value instanceof AttrsValue set)) {
                return sets.isEmpty() ? value : union(sets);
            }
            sets.add(set);
        }
        return union(sets);
    }

    private static AttrsValue union(List<AttrsValue> sets) {
        if (sets.size() == 1) {
            return sets.getFirst();
        }
        var definitions = new TreeMap<Symbol, List<Value>>();
        var positions = new TreeMap<Symbol, Integer>();
        for (AttrsValue set : sets) {
            for (int i = 0; i < set.size(); i++) {
                definitions
                        .computeIfAbsent(set.name(i), name -> new ArrayList<>())
                        .add(set.value(i));
                positions.putIfAbsent(set.name(i), set.position(i));
            }
        }
        Value[] values = definitions.values().stream()
                .map(all -> all.size() == 1 ? all.getFirst() : layered(all))
                .toArray(Value[]::new);
        return new AttrsValue(
                Shape.ofSorted(definitions.keySet().toArray(Symbol[]::new)),
                values,
                positions.values().stream().mapToInt(Integer::intValue).toArray());
    }

    /** What is below a dotted path of a layer, or null. The cells on the way are forced. */
    static @Nullable Value below(@Nullable Value layer, String path) {
        Value at = layer;
        for (String name : path.split("\\.", -1)) {
            at = at != null && at.force() instanceof AttrsValue set ? set.get(name) : null;
        }
        return at;
    }

    /** The defaults of a schema: a module, a function that gives one, or a set of options. */
    static Value defaults(Value schema, Context context) {
        return new Promise() {
            @Override
            protected Value compute() {
                Value value = schema.force();
                if (value instanceof FunctionValue function) {
                    value = context.call(function);
                }
                if (value instanceof AttrsValue set) {
                    Value options = set.get(OPTIONS);
                    Value root = options == null ? set : options.force();
                    return root instanceof AttrsValue entries ? defaultsOf(entries) : AttrsValue.EMPTY;
                }
                return AttrsValue.EMPTY;
            }
        };
    }

    private static AttrsValue defaultsOf(AttrsValue options) {
        var defaults = new TreeMap<Symbol, Value>();
        for (int i = 0; i < options.size(); i++) {
            if (options.value(i).force() instanceof AttrsValue entry) {
                Value value = isOption(entry) ? entry.get(DEFAULT) : defaultsOf(entry);
                if (value != null) {
                    defaults.put(options.name(i), value);
                }
            }
        }
        return new AttrsValue(
                Shape.ofSorted(defaults.keySet().toArray(Symbol[]::new)),
                defaults.values().toArray(Value[]::new),
                null);
    }

    private static boolean isOption(AttrsValue entry) {
        Value type = entry.get(TYPE);
        return (type != null
                        && type.force() instanceof StringValue text
                        && text.text().equals("option"))
                || OPTION_FIELDS.stream().anyMatch(field -> entry.get(field) != null);
    }
}
