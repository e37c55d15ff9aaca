package dev.fairlead.nix.lib;

import dev.fairlead.nix.builtin.Builtin;
import dev.fairlead.nix.builtin.Registry;
import dev.fairlead.nix.value.AttrsBuilder;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.BoolValue;
import dev.fairlead.nix.value.DelayedCall;
import dev.fairlead.nix.value.Equality;
import dev.fairlead.nix.value.EvalException;
import dev.fairlead.nix.value.Expect;
import dev.fairlead.nix.value.Functions;
import dev.fairlead.nix.value.ListValue;
import dev.fairlead.nix.value.Shape;
import dev.fairlead.nix.value.StringValue;
import dev.fairlead.nix.value.Symbol;
import dev.fairlead.nix.value.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** {@code lib.attrsets}, as far as it is written in Java. */
final class AttrFunctions {
    private static final Symbol NAME = Symbol.of("name");
    private static final Symbol VALUE = Symbol.of("value");
    private static final Shape PAIR = Shape.ofSorted(new Symbol[] {NAME, VALUE});

    /** What an attribute becomes in {@code recursiveUpdate} that both sets have. */
    private static final Builtin BOTH = Builtin.of(
            "recursiveUpdate",
            (left, right) -> left.force() instanceof AttrsValue && right.force() instanceof AttrsValue
                    ? update(left, right)
                    : right);

    private AttrFunctions() {}

    static void register(Registry registry) {
        registry.add(Builtin.of("attrByPath", AttrFunctions::attrByPath));
        registry.add(Builtin.of(
                "hasAttrByPath", (path, set) -> BoolValue.of(follow(path, set, "attrsets.hasAttrByPath") != null)));
        registry.add(Builtin.of("getAttrFromPath", AttrFunctions::getAttrFromPath));
        registry.add(Builtin.of("setAttrByPath", AttrFunctions::setAttrByPath));
        registry.add(Builtin.of("attrVals", AttrFunctions::attrVals));
        registry.add(Builtin.of("getAttrs", AttrFunctions::getAttrs));
        registry.add(Builtin.of("filterAttrs", AttrFunctions::filterAttrs));
        registry.add(Builtin.of("foldlAttrs", AttrFunctions::foldlAttrs));
        registry.add(Builtin.of("collect", AttrFunctions::collect));
        registry.add(Builtin.of("nameValuePair", AttrFunctions::pair));
        registry.add(Builtin.of("mapAttrs'", AttrFunctions::renameAttrs));
        registry.add(Builtin.of("mapAttrsToList", AttrFunctions::mapAttrsToList));
        registry.add(Builtin.of("attrsToList", AttrFunctions::attrsToList));
        registry.add(Builtin.of("genAttrs", AttrFunctions::genAttrs));
        registry.add(Builtin.of("genAttrs'", AttrFunctions::genPairs));
        registry.add(Builtin.of("isDerivation", value -> BoolValue.of(Equality.isDerivation(value.force()))));
        registry.add(Builtin.of(
                "optionalAttrs",
                (condition, set) -> Given.bool(condition, "attrsets.optionalAttrs") ? set : AttrsValue.EMPTY));
        registry.add(Builtin.of("zipAttrs", AttrFunctions::zipAttrs));
        registry.add(Builtin.of("mergeAttrsList", AttrFunctions::mergeAttrsList));
        registry.add(Builtin.of("recursiveUpdate", AttrFunctions::update));
    }

    /** The cell at the end of a path of names, or null if a part is missing or no set. */
    private static @Nullable Value follow(Value path, Value set, String name) {
        Value at = set;
        for (Value part : Given.list(path, name).items()) {
            Symbol symbol = Given.name(part, name);
            Value next = at.force() instanceof AttrsValue attrs ? attrs.get(symbol) : null;
            if (next == null) {
                return null;
            }
            at = next;
        }
        return at;
    }

    private static Value attrByPath(Value path, Value otherwise, Value set) {
        Value found = follow(path, set, "attrsets.attrByPath");
        return found == null ? otherwise : found;
    }

    private static Value getAttrFromPath(Value path, Value set) {
        Value found = follow(path, set, "attrsets.getAttrFromPath");
        if (found != null) {
            return found;
        }
        List<String> names = new ArrayList<>();
        for (Value part : Given.list(path, "attrsets.getAttrFromPath").items()) {
            names.add(Given.string(part, "attrsets.getAttrFromPath").text());
        }
        throw new EvalException(
                EvalException.Kind.ABORT,
                "evaluation aborted with the following error message: 'cannot find attribute '"
                        + String.join(".", names) + "''");
    }

    private static Value setAttrByPath(Value path, Value value) {
        ListValue names = Given.list(path, "attrsets.setAttrByPath");
        Value inner = value;
        for (int i = names.size() - 1; i >= 0; i--) {
            Symbol name = Given.name(names.get(i), "attrsets.setAttrByPath");
            inner = new AttrsValue(Shape.ofSorted(new Symbol[] {name}), new Value[] {inner}, null);
        }
        return inner;
    }

    private static Value attrVals(Value names, Value set) {
        ListValue list = Given.list(names, "attrsets.attrVals");
        Value[] values = new Value[list.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = new DelayedCall(
                    Builtin.of("attrVals", name -> select(set, name, "attrsets.attrVals")), list.get(i));
        }
        return new ListValue(values);
    }

    private static Value select(Value set, Value name, String function) {
        return Expect.attribute(
                Given.attrs(set, function), Given.name(name, function), "while evaluating lib." + function);
    }

    private static Value getAttrs(Value names, Value set) {
        ListValue list = Given.list(names, "attrsets.getAttrs");
        AttrsBuilder attrs = new AttrsBuilder(list.size());
        for (Value name : list.items()) {
            attrs.add(
                    Given.name(name, "attrsets.getAttrs"),
                    new DelayedCall(Builtin.of("getAttrs", n -> select(set, n, "attrsets.getAttrs")), name));
        }
        return attrs.build();
    }

    private static Value filterAttrs(Value predicate, Value set) {
        AttrsValue attrs = Given.attrs(set, "attrsets.filterAttrs");
        AttrsBuilder kept = new AttrsBuilder(attrs.size());
        int size = 0;
        for (int i = 0; i < attrs.size(); i++) {
            if (Given.bool(Functions.call(predicate, nameOf(attrs, i), attrs.value(i)), "attrsets.filterAttrs")) {
                kept.add(attrs.name(i), attrs.value(i), attrs.position(i));
                size++;
            }
        }
        return size == attrs.size() ? attrs : kept.build();
    }

    private static Value foldlAttrs(Value operator, Value start, Value set) {
        AttrsValue attrs = Given.attrs(set, "attrsets.foldlAttrs");
        Value result = start;
        for (int i = 0; i < attrs.size(); i++) {
            result = Functions.call(operator, result, nameOf(attrs, i), attrs.value(i));
        }
        return result;
    }

    private static Value collect(Value predicate, Value set) {
        List<Value> found = new ArrayList<>();
        collectInto(predicate, set, found);
        return Given.listOf(found);
    }

    private static void collectInto(Value predicate, Value value, List<Value> into) {
        if (Given.bool(Functions.call(predicate, value), "attrsets.collect")) {
            into.add(value);
        } else if (value.force() instanceof AttrsValue attrs) {
            for (Value inner : attrs.values()) {
                collectInto(predicate, inner, into);
            }
        }
    }

    private static Value pair(Value name, Value value) {
        return new AttrsValue(PAIR, new Value[] {name, value}, null);
    }

    private static Value renameAttrs(Value function, Value set) {
        AttrsValue attrs = Given.attrs(set, "attrsets.mapAttrs'");
        Value[] pairs = new Value[attrs.size()];
        Arrays.setAll(pairs, i -> Functions.call(function, nameOf(attrs, i), attrs.value(i)));
        return fromPairs(pairs, "attrsets.mapAttrs'");
    }

    /** Of several pairs with one name the first stays. */
    private static AttrsValue fromPairs(Value[] pairs, String function) {
        AttrsBuilder attrs = new AttrsBuilder(pairs.length);
        Set<Symbol> seen = HashSet.newHashSet(pairs.length);
        for (Value item : pairs) {
            AttrsValue pair = Given.attrs(item, function);
            Symbol name = Given.name(Expect.attribute(pair, NAME, "while evaluating lib." + function), function);
            if (seen.add(name)) {
                attrs.add(
                        name, Expect.attribute(pair, VALUE, "while evaluating lib." + function), pair.position(VALUE));
            }
        }
        return attrs.build();
    }

    private static Value mapAttrsToList(Value function, Value set) {
        AttrsValue attrs = Given.attrs(set, "attrsets.mapAttrsToList");
        Value[] mapped = new Value[attrs.size()];
        Arrays.setAll(mapped, i -> new DelayedCall(function, nameOf(attrs, i), attrs.value(i)));
        return new ListValue(mapped);
    }

    private static Value attrsToList(Value set) {
        AttrsValue attrs = Given.attrs(set, "attrsets.attrsToList");
        Value[] pairs = new Value[attrs.size()];
        Arrays.setAll(pairs, i -> pair(nameOf(attrs, i), attrs.value(i)));
        return new ListValue(pairs);
    }

    private static Value genAttrs(Value names, Value function) {
        ListValue list = Given.list(names, "attrsets.genAttrs");
        AttrsBuilder attrs = new AttrsBuilder(list.size());
        for (Value name : list.items()) {
            attrs.add(Given.name(name, "attrsets.genAttrs"), new DelayedCall(function, name));
        }
        return attrs.build();
    }

    private static Value genPairs(Value items, Value function) {
        Value[] pairs = Given.list(items, "attrsets.genAttrs'").items().clone();
        for (int i = 0; i < pairs.length; i++) {
            pairs[i] = Functions.call(function, pairs[i]);
        }
        return fromPairs(pairs, "attrsets.genAttrs'");
    }

    /** For each name in any of the sets, the list of its values. */
    private static Value zipAttrs(Value list) {
        SortedMap<Symbol, List<Value>> columns =
                columns(Given.list(list, "attrsets.zipAttrs").items());
        Symbol[] names = columns.keySet().toArray(Symbol[]::new);
        Value[] lists = columns.values().stream().map(Given::listOf).toArray(Value[]::new);
        return new AttrsValue(Shape.ofSorted(names), lists, null);
    }

    private static SortedMap<Symbol, List<Value>> columns(Value[] sets) {
        SortedMap<Symbol, List<Value>> columns = new TreeMap<>();
        for (Value set : sets) {
            AttrsValue attrs = Given.attrs(set, "attrsets.zipAttrs");
            for (int i = 0; i < attrs.size(); i++) {
                columns.computeIfAbsent(attrs.name(i), _ -> new ArrayList<>()).add(attrs.value(i));
            }
        }
        return columns;
    }

    private static Value mergeAttrsList(Value list) {
        TreeMap<Symbol, Value> values = new TreeMap<>();
        TreeMap<Symbol, Integer> positions = new TreeMap<>();
        for (Value set : Given.list(list, "attrsets.mergeAttrsList").items()) {
            AttrsValue attrs = Given.attrs(set, "attrsets.mergeAttrsList");
            for (int i = 0; i < attrs.size(); i++) {
                values.put(attrs.name(i), attrs.value(i));
                positions.put(attrs.name(i), attrs.position(i));
            }
        }
        AttrsBuilder merged = new AttrsBuilder(values.size());
        values.forEach((name, value) -> merged.add(name, value, positions.getOrDefault(name, 0)));
        return merged.build();
    }

    /** The union of two sets, the right winning; where both have a set, the union of these, made when needed. */
    private static Value update(Value lower, Value upper) {
        AttrsValue left = Given.attrs(lower, "attrsets.recursiveUpdate");
        AttrsValue right = Given.attrs(upper, "attrsets.recursiveUpdate");
        if (left.size() == 0 || right.size() == 0) {
            return left.size() == 0 ? right : left;
        }
        AttrsBuilder merged = new AttrsBuilder(left.size() + right.size());
        int at = 0;
        for (int i = 0; i < right.size(); i++) {
            Symbol name = right.name(i);
            for (; at < left.size() && left.name(at).compareTo(name) < 0; at++) {
                merged.add(left.name(at), left.value(at), left.position(at));
            }
            if (at < left.size() && left.name(at) == name) {
                merged.add(name, new DelayedCall(BOTH, left.value(at), right.value(i)), right.position(i));
                at++;
            } else {
                merged.add(name, right.value(i), right.position(i));
            }
        }
        for (; at < left.size(); at++) {
            merged.add(left.name(at), left.value(at), left.position(at));
        }
        return merged.build();
    }

    private static StringValue nameOf(AttrsValue attrs, int index) {
        return new StringValue(attrs.name(index).name());
    }
}
