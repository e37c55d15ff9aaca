package dev.fairlead.nix.builtin;

import dev.fairlead.nix.eval.Positions;
import dev.fairlead.nix.value.AttrsBuilder;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.BoolValue;
import dev.fairlead.nix.value.DelayedCall;
import dev.fairlead.nix.value.EvalException;
import dev.fairlead.nix.value.Expect;
import dev.fairlead.nix.value.Formals;
import dev.fairlead.nix.value.FunctionValue;
import dev.fairlead.nix.value.ListValue;
import dev.fairlead.nix.value.Shape;
import dev.fairlead.nix.value.Symbol;
import dev.fairlead.nix.value.Value;
import java.util.ArrayList;
import java.util.List;

/** Functions of attribute sets. None forces an attribute unless it returns it. */
final class Attrs {
    private static final Symbol NAME = Symbol.of("name");
    private static final Symbol VALUE = Symbol.of("value");

    private Attrs() {}

    static void register(Registry registry) {
        registry.add(Builtin.of("attrNames", Attrs::attrNames));
        registry.add(Builtin.of("attrValues", Attrs::attrValues));
        registry.add(Builtin.of("catAttrs", Attrs::catAttrs));
        registry.add(Builtin.of("functionArgs", Attrs::functionArgs));
        registry.add(Builtin.of("getAttr", Attrs::getAttr));
        registry.add(Builtin.of("hasAttr", Attrs::hasAttr));
        registry.add(Builtin.of("intersectAttrs", Attrs::intersectAttrs));
        registry.add(Builtin.of("listToAttrs", Attrs::listToAttrs));
        registry.add(Builtin.of("mapAttrs", Attrs::mapAttrs));
        registry.add(Builtin.of("removeAttrs", Attrs::removeAttrs));
        registry.add(Builtin.of("unsafeGetAttrPos", Attrs::unsafeGetAttrPos));
        registry.add(Builtin.of("zipAttrsWith", ZipAttrs::zipAttrsWith));
    }

    private static Value attrNames(Value set) {
        AttrsValue attrs = Expect.attrs(set, "while evaluating the argument passed to builtins.attrNames");
        Value[] names = new Value[attrs.size()];
        for (int i = 0; i < names.length; i++) {
            names[i] = attrs.name(i).text();
        }
        return new ListValue(names);
    }

    private static Value attrValues(Value set) {
        return new ListValue(Expect.attrs(set, "while evaluating the argument passed to builtins.attrValues")
                .values());
    }

    private static Value catAttrs(Value name, Value list) {
        Symbol symbol = name(name, "while evaluating the first argument passed to builtins.catAttrs");
        ListValue sets = Expect.list(list, "while evaluating the second argument passed to builtins.catAttrs");
        List<Value> found = new ArrayList<>();
        for (Value item : sets.items()) {
            Value value = Expect.attrs(
                            item,
                            "while evaluating an element in the list passed as second argument to builtins.catAttrs")
                    .get(symbol);
            if (value != null) {
                found.add(value);
            }
        }
        return new ListValue(found.toArray(Value[]::new));
    }

    private static Value functionArgs(Value value) {
        if (!(value.force() instanceof FunctionValue function)) {
            throw EvalException.type("'functionArgs' requires a function");
        }
        Formals formals = function.formals();
        if (formals == null) {
            return AttrsValue.EMPTY;
        }
        AttrsBuilder attrs = new AttrsBuilder(formals.formals().size());
        for (Formals.Formal formal : formals.formals()) {
            attrs.add(formal.name(), BoolValue.of(formal.optional()), formal.position());
        }
        return attrs.build();
    }

    private static Value getAttr(Value name, Value set) {
        Symbol symbol = name(name, "while evaluating the first argument passed to builtins.getAttr");
        AttrsValue attrs = Expect.attrs(set, "while evaluating the second argument passed to builtins.getAttr");
        return Expect.attribute(attrs, symbol, "in the attribute set under consideration");
    }

    private static Value hasAttr(Value name, Value set) {
        Symbol symbol = name(name, "while evaluating the first argument passed to builtins.hasAttr");
        AttrsValue attrs = Expect.attrs(set, "while evaluating the second argument passed to builtins.hasAttr");
        return BoolValue.of(attrs.get(symbol) != null);
    }

    /** The attributes of the second set whose names are in the first; asks the larger for the names of the smaller. */
    private static Value intersectAttrs(Value names, Value set) {
        AttrsValue left = Expect.attrs(names, "while evaluating the first argument passed to builtins.intersectAttrs");
        AttrsValue right = Expect.attrs(set, "while evaluating the second argument passed to builtins.intersectAttrs");
        Shape smaller = left.size() < right.size() ? left.shape() : right.shape();
        Shape larger = left.size() < right.size() ? right.shape() : left.shape();
        AttrsBuilder common = new AttrsBuilder(smaller.size());
        for (Symbol name : smaller.names()) {
            if (larger.indexOf(name) >= 0) {
                int index = right.shape().indexOf(name);
                common.add(name, right.value(index), right.position(index));
            }
        }
        return common.build();
    }

    private static Value listToAttrs(Value list) {
        ListValue pairs = Expect.list(list, "while evaluating the argument passed to builtins.listToAttrs");
        AttrsBuilder attrs = new AttrsBuilder(pairs.size());
        for (Value item : pairs.items()) {
            AttrsValue pair =
                    Expect.attrs(item, "while evaluating an element of the list passed to builtins.listToAttrs");
            Symbol name = name(
                    Expect.attribute(pair, NAME, "in a {name=...; value=...;} pair"),
                    "while evaluating the `name` attribute of an element of the list passed to builtins.listToAttrs");
            // Nobody asks for the value of a name that is taken.
            if (pair.get(VALUE) != null || !attrs.contains(name)) {
                Value value = Expect.attribute(pair, VALUE, "in a {name=...; value=...;} pair");
                attrs.add(name, value, pair.position(VALUE));
            }
        }
        return attrs.build();
    }

    private static Value mapAttrs(Value function, Value set) {
        AttrsValue attrs = Expect.attrs(set, "while evaluating the second argument passed to builtins.mapAttrs");
        Value[] mapped = new Value[attrs.size()];
        for (int i = 0; i < mapped.length; i++) {
            mapped[i] = new DelayedCall(function, attrs.name(i).text(), attrs.value(i));
        }
        return mapped.length == 0 ? attrs : new AttrsValue(attrs.shape(), mapped, null);
    }

    private static Value removeAttrs(Value set, Value names) {
        AttrsValue attrs = Expect.attrs(set, "while evaluating the first argument passed to builtins.removeAttrs");
        ListValue list = Expect.list(names, "while evaluating the second argument passed to builtins.removeAttrs");
        boolean[] removed = new boolean[attrs.size()];
        int left = removed.length;
        for (Value item : list.items()) {
            int index = attrs.shape()
                    .indexOf(name(
                            item, "while evaluating the values of the second argument passed to builtins.removeAttrs"));
            if (index >= 0 && !removed[index]) {
                removed[index] = true;
                left--;
            }
        }
        return left == removed.length ? attrs : without(attrs, removed, left);
    }

    private static AttrsValue without(AttrsValue attrs, boolean[] removed, int left) {
        AttrsBuilder kept = new AttrsBuilder(left);
        for (int i = 0; i < removed.length; i++) {
            if (!removed[i]) {
                kept.add(attrs.name(i), attrs.value(i), attrs.position(i));
            }
        }
        return kept.build();
    }

    /** Where an attribute was defined, or null if it is missing or was not defined in a file. */
    private static Value unsafeGetAttrPos(Value name, Value set) {
        Symbol symbol = name(name, "while evaluating the first argument passed to builtins.unsafeGetAttrPos");
        AttrsValue attrs =
                Expect.attrs(set, "while evaluating the second argument passed to builtins.unsafeGetAttrPos");
        return Positions.value(attrs.position(symbol));
    }

    private static Symbol name(Value value, String during) {
        return Expect.name(value, during);
    }
}
