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
    private final Set<Value> open = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Function<FunctionValue, String> functions;
    private int values;

    private NixData(Places places, Function<FunctionValue, String> functions) {
        this.places = places;
        this.functions = functions;
    }

    /** The data of a value. To be called where evaluation may run. */
    public static Data of(Value cell, Places places) {
        return of(cell, places, NixData::name);
    }

    /**
     * The same.
     *
     * @param functions what stands for a function
     */
    public static Data of(Value cell, Places places, Function<FunctionValue, String> functions) {
        return new NixData(places, functions).convert(cell);
    }

    private Data convert(Value cell) {
        if (++values > MAX_VALUES) {
            return new Data.Opaque("error", "more than " + MAX_VALUES + " values");
        }
        Value value;
        try {
            value = cell.force();
        } catch (EvalException | SyntaxException failure) {
            return new Data.Opaque("error", Bytes.decode(String.valueOf(failure.getMessage())));
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
            return new Data.Opaque("error", "nested deeper than " + MAX_DEPTH + " levels");
        }
        if (!open.add(value)) {
            return new Data.Opaque("error", "contains itself");
        }
        Data converted = conversion.convert();
        open.remove(value);
        return converted;
    }

    private Data items(ListValue list) {
        var items = new ArrayList<Data>(list.size());
        for (Value item : list.items()) {
            items.add(convert(item));
        }
        return new Data.Items(items);
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
