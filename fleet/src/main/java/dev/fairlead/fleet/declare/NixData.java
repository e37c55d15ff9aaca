package dev.fairlead.fleet.declare;

import dev.fairlead.fleet.declare.merge.AspectPath;
import dev.fairlead.fleet.resolution.Resolution.Data;
import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.syntax.SyntaxException;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.BoolValue;
import dev.fairlead.nix.value.EvalException;
import dev.fairlead.nix.value.FloatValue;
import dev.fairlead.nix.value.FunctionValue;
import dev.fairlead.nix.value.IntValue;
import dev.fairlead.nix.value.ListValue;
import dev.fairlead.nix.value.PathValue;
import dev.fairlead.nix.value.StringValue;
import dev.fairlead.nix.value.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Values as data that any program can hold, computed to the bottom. Never fails: what cannot be computed, what contains
 * itself, what is too deep or too large, and what is no data becomes {@link Data.Opaque}.
 */
public final class NixData {
    private static final int MAX_DEPTH = 500;
    private static final int MAX_VALUES = 200_000;

    private final Places places;
    private final Shared shared;
    private final Set<Value> open = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Function<FunctionValue, String> functions;
    private int values;
    private int deepest;
    private boolean failed;

    private NixData(Places places, Function<FunctionValue, String> functions, Shared shared) {
        this.places = places;
        this.functions = functions;
        this.shared = shared;
    }

    /**
     * The items of lists that were data before, so that each is converted once, however many lists it is in: items of channels
     * are in what each of their readers makes of them. For conversions with the same places and functions.
     */
    public static final class Shared {
        private final IdentityHashMap<Value, Known> known = new IdentityHashMap<>();

        /**
         * @param values how many there are in it, itself included
         * @param height how deep it is nested
         */
        private record Known(Data data, int values, int height) {}
    }

    /** The data of a value. To be called where evaluation may run. */
    public static Data of(Value cell, Places places) {
        return of(cell, places, NixData::name, new Shared());
    }

    /**
     * The same.
     *
     * @param functions what stands for a function
     * @param shared what is known of items already; gets what becomes known
     */
    public static Data of(Value cell, Places places, Function<FunctionValue, String> functions, Shared shared) {
        return new NixData(places, functions, shared).convert(cell);
    }

    private Data convert(Value cell) {
        if (++values > MAX_VALUES) {
            return error("more than " + MAX_VALUES + " values");
        }
        Value value;
        try {
            value = cell.force();
        } catch (EvalException | SyntaxException failure) {
            return error(Bytes.decode(String.valueOf(failure.getMessage())));
        }
        return switch (value) {
            case StringValue string -> new Data.Text(Bytes.decode(string.text()));
            case IntValue whole -> new Data.Whole(whole.value());
            case FloatValue real -> new Data.Real(real.value());
            case BoolValue truth -> new Data.Truth(truth.value());
            case PathValue path -> new Data.Opaque("path", places.file(path.path()));
            case FunctionValue function -> new Data.Opaque("function", functions.apply(function));
            case ListValue list -> nested(list, () -> items(list));
            case AttrsValue attrs -> nested(attrs, () -> fields(attrs));
            default -> new Data.Nothing();
        };
    }

    private interface Conversion {
        Data convert();
    }

    private Data nested(Value value, Conversion conversion) {
        if (open.size() == MAX_DEPTH) {
            return error("nested deeper than " + MAX_DEPTH + " levels");
        }
        if (!open.add(value)) {
            return error("contains itself");
        }
        deepest = Math.max(deepest, open.size());
        Data converted = conversion.convert();
        open.remove(value);
        return converted;
    }

    private Data items(ListValue list) {
        var items = new ArrayList<Data>(list.size());
        for (Value item : list.items()) {
            items.add(item(item));
        }
        return new Data.Items(items);
    }

    private Data item(Value item) {
        Value value = item.isForced() ? item.force() : item;
        Shared.Known known = shared.known.get(value);
        if (known != null && values + known.values() <= MAX_VALUES && open.size() + known.height() <= MAX_DEPTH) {
            values += known.values();
            deepest = Math.max(deepest, open.size() + known.height());
            return known.data();
        }
        int valuesBefore = values;
        int deepestBefore = deepest;
        boolean failedBefore = failed;
        deepest = open.size();
        failed = false;
        Data data = convert(item);
        // What went wrong with it may lie in what it is in
        if (!failed && item.isForced() && (data instanceof Data.Fields || data instanceof Data.Items)) {
            shared.known.put(item.force(), new Shared.Known(data, values - valuesBefore, deepest - open.size()));
        }
        deepest = Math.max(deepest, deepestBefore);
        failed |= failedBefore;
        return data;
    }

    private Data error(String message) {
        failed = true;
        return new Data.Opaque("error", message);
    }

    private Data fields(AttrsValue attrs) {
        if (isDerivation(attrs)) {
            Value name = attrs.get("name");
            return new Data.Opaque(
                    "derivation", name != null && convert(name) instanceof Data.Text(String text) ? text : "");
        }
        var fields = new TreeMap<String, Data>();
        for (int i = 0; i < attrs.size(); i++) {
            if (attrs.name(i) != AspectPath.ATTRIBUTE) {
                fields.put(Bytes.decode(attrs.name(i).name()), convert(attrs.value(i)));
            }
        }
        return new Data.Fields(fields);
    }

    private boolean isDerivation(AttrsValue attrs) {
        Value type = attrs.get("type");
        return type != null && convert(type) instanceof Data.Text(String text) && text.equals("derivation");
    }

    private static String name(FunctionValue function) {
        String name = function.name();
        return name == null ? "" : Bytes.decode(name);
    }
}
