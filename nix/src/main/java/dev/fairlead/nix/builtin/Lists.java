package dev.fairlead.nix.builtin;

import dev.fairlead.nix.value.AttrsBuilder;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.BoolValue;
import dev.fairlead.nix.value.CallDepth;
import dev.fairlead.nix.value.DelayedCall;
import dev.fairlead.nix.value.Equality;
import dev.fairlead.nix.value.EvalException;
import dev.fairlead.nix.value.Expect;
import dev.fairlead.nix.value.Functions;
import dev.fairlead.nix.value.IntValue;
import dev.fairlead.nix.value.ListValue;
import dev.fairlead.nix.value.Ordering;
import dev.fairlead.nix.value.Shape;
import dev.fairlead.nix.value.Symbol;
import dev.fairlead.nix.value.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Functions of lists. Those that apply a function to get the items of a new list delay it; the others are strict. */
final class Lists {
    private static final Shape PARTITION = Shape.ofSorted(new Symbol[] {Symbol.of("right"), Symbol.of("wrong")});

    /** A longer list is made piece by piece. */
    private static final int PIECE = 1 << 20;

    private Lists() {}

    static void register(Registry registry) {
        registry.add(quantifier("all", false));
        registry.add(quantifier("any", true));
        registry.add(Builtin.of("concatLists", Lists::concatLists));
        registry.add(Builtin.of("concatMap", Lists::concatMap));
        registry.add(Builtin.of("elem", Lists::elem));
        registry.add(Builtin.of("elemAt", Lists::elemAt));
        registry.add(Builtin.of("filter", Lists::filter));
        registry.add(Builtin.of("foldl'", Lists::foldl));
        registry.add(Builtin.of("genList", Lists::genList));
        registry.add(Builtin.of("groupBy", Lists::groupBy));
        registry.add(Builtin.of("head", Lists::head));
        registry.add(Builtin.of("length", Lists::length));
        registry.add(Builtin.of("map", Lists::map));
        registry.add(Builtin.of("partition", Lists::partition));
        registry.add(Builtin.of("sort", Lists::sort));
        registry.add(Builtin.of("tail", Lists::tail));
    }

    /** The function that looks for an item for which a predicate gives {@code decides}. */
    private static Builtin quantifier(String name, boolean decides) {
        String first = "while evaluating the first argument passed to builtins." + name;
        String second = "while evaluating the second argument passed to builtins." + name;
        String result = "while evaluating the return value of the function passed to builtins." + name;
        return Builtin.of(name, (predicate, list) -> {
            Value function = Expect.function(predicate, first);
            for (Value item : Expect.list(list, second).items()) {
                if (Expect.bool(Functions.call(function, item), result) == decides) {
                    return BoolValue.of(decides);
                }
            }
            return BoolValue.of(!decides);
        });
    }

    private static Value concatLists(Value lists) {
        ListValue outer = Expect.list(lists, "while evaluating the first argument passed to builtins.concatLists");
        ListValue[] parts = new ListValue[outer.size()];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = Expect.list(outer.get(i), "while evaluating a value of the list passed to builtins.concatLists");
        }
        return concat(parts);
    }

    private static Value concatMap(Value function, Value list) {
        Value forced = Expect.function(function, "while evaluating the first argument passed to builtins.concatMap");
        ListValue items = Expect.list(list, "while evaluating the second argument passed to builtins.concatMap");
        ListValue[] parts = new ListValue[items.size()];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = Expect.list(
                    Functions.call(forced, items.get(i)),
                    "while evaluating the return value of the function passed to builtins.concatMap");
        }
        return concat(parts);
    }

    /** The items of all lists; the one list that is not empty itself, if there is just one. */
    private static ListValue concat(ListValue[] parts) {
        int size = 0;
        ListValue longest = ListValue.EMPTY;
        for (ListValue part : parts) {
            size += part.size();
            longest = part.size() > longest.size() ? part : longest;
        }
        if (size == longest.size()) {
            return longest;
        }
        Value[] items = new Value[size];
        int at = 0;
        for (ListValue part : parts) {
            System.arraycopy(part.items(), 0, items, at, part.size());
            at += part.size();
        }
        return new ListValue(items);
    }

    private static Value elem(Value wanted, Value list) {
        ListValue items = Expect.list(list, "while evaluating the second argument passed to builtins.elem");
        for (Value item : items.items()) {
            if (Equality.equalCells(wanted, item)) {
                return BoolValue.TRUE;
            }
        }
        return BoolValue.FALSE;
    }

    private static Value elemAt(Value list, Value index) {
        long at = Expect.integer(index, "while evaluating the second argument passed to 'builtins.elemAt'");
        ListValue items = Expect.list(list, "while evaluating the first argument passed to 'builtins.elemAt'");
        if (at < 0 || at >= items.size()) {
            throw failure("'builtins.elemAt' called with index " + at + " on a list of size " + items.size());
        }
        return items.get((int) at);
    }

    private static Value filter(Value predicate, Value list) {
        ListValue items = Expect.list(list, "while evaluating the second argument passed to builtins.filter");
        if (items.size() == 0) {
            return items;
        }
        Value function = Expect.function(predicate, "while evaluating the first argument passed to builtins.filter");
        Value[] kept = new Value[items.size()];
        int size = 0;
        for (Value item : items.items()) {
            if (Expect.bool(
                    Functions.call(function, item),
                    "while evaluating the return value of the filtering function passed to builtins.filter")) {
                kept[size++] = item;
            }
        }
        return size == kept.length ? items : new ListValue(Arrays.copyOf(kept, size));
    }

    private static Value foldl(Value operator, Value start, Value list) {
        Value function =
                Expect.function(operator, "while evaluating the first argument passed to builtins.foldlStrict");
        ListValue items = Expect.list(list, "while evaluating the third argument passed to builtins.foldlStrict");
        Value result = start;
        for (Value item : items.items()) {
            result = Functions.call(function, result, item);
        }
        return result;
    }

    private static Value genList(Value generator, Value length) {
        long size = Expect.integer(length, "while evaluating the second argument passed to builtins.genList");
        if (size < 0 || size > Integer.MAX_VALUE - 8) {
            throw failure("cannot create list of size " + size);
        }
        Value function = Expect.function(generator, "while evaluating the first argument passed to builtins.genList");
        Value[] items = new Value[(int) Math.min(size, PIECE)];
        for (int i = 0; i < size; i++) {
            if (i == items.length) {
                // No function is called here, so nothing else would notice that the evaluation is to stop.
                CallDepth.enter();
                CallDepth.leave();
                items = Arrays.copyOf(items, (int) Math.min(size, 2L * items.length));
            }
            items[i] = new DelayedCall(function, IntValue.of(i));
        }
        return new ListValue(items);
    }

    private static Value groupBy(Value grouping, Value list) {
        Value function = Expect.function(grouping, "while evaluating the first argument passed to builtins.groupBy");
        ListValue items = Expect.list(list, "while evaluating the second argument passed to builtins.groupBy");
        Map<Symbol, List<Value>> groups = new LinkedHashMap<>();
        for (Value item : items.items()) {
            String name = Expect.stringWithoutContext(
                    Functions.call(function, item),
                    "while evaluating the return value of the grouping function passed to builtins.groupBy");
            groups.computeIfAbsent(Symbol.of(name), _ -> new ArrayList<>()).add(item);
        }
        AttrsBuilder attrs = new AttrsBuilder(groups.size());
        groups.forEach((name, group) -> attrs.add(name, listOf(group)));
        return attrs.build();
    }

    private static Value head(Value list) {
        ListValue items = Expect.list(list, "while evaluating the first argument passed to 'builtins.head'");
        if (items.size() == 0) {
            throw failure("'builtins.head' called on an empty list");
        }
        return items.get(0);
    }

    private static Value length(Value list) {
        return IntValue.of(Expect.list(list, "while evaluating the first argument passed to builtins.length")
                .size());
    }

    private static Value map(Value function, Value list) {
        ListValue items = Expect.list(list, "while evaluating the second argument passed to builtins.map");
        if (items.size() == 0) {
            return items;
        }
        Value forced = Expect.function(function, "while evaluating the first argument passed to builtins.map");
        Value[] mapped = new Value[items.size()];
        for (int i = 0; i < mapped.length; i++) {
            mapped[i] = new DelayedCall(forced, items.get(i));
        }
        return new ListValue(mapped);
    }

    private static Value partition(Value predicate, Value list) {
        Value function = Expect.function(predicate, "while evaluating the first argument passed to builtins.partition");
        ListValue items = Expect.list(list, "while evaluating the second argument passed to builtins.partition");
        List<Value> right = new ArrayList<>();
        List<Value> wrong = new ArrayList<>();
        for (Value item : items.items()) {
            item.force();
            boolean accepted = Expect.bool(
                    Functions.call(function, item),
                    "while evaluating the return value of the partition function passed to builtins.partition");
            (accepted ? right : wrong).add(item);
        }
        return new AttrsValue(PARTITION, new Value[] {listOf(right), listOf(wrong)}, null);
    }

    @SuppressWarnings("ReferenceEquality") // the one function lessThan
    private static Value sort(Value comparator, Value list) {
        ListValue items = Expect.list(list, "while evaluating the second argument passed to builtins.sort");
        if (items.size() == 0) {
            return items;
        }
        Value function = Expect.function(comparator, "while evaluating the first argument passed to builtins.sort");
        Value[] sorted = items.items().clone();
        for (Value item : sorted) {
            item.force();
        }
        if (function != Numbers.LESS_THAN) {
            StableSort.sort(
                    sorted,
                    (a, b) -> Expect.bool(
                            Functions.call(function, a, b),
                            "while evaluating the return value of the sorting function passed to builtins.sort"));
        } else if (!StableSort.sortAlike(sorted)) {
            StableSort.sort(sorted, Ordering::less);
        }
        return new ListValue(sorted);
    }

    private static Value tail(Value list) {
        ListValue items = Expect.list(list, "while evaluating the first argument passed to 'builtins.tail'");
        if (items.size() == 0) {
            throw failure("'builtins.tail' called on an empty list");
        }
        return new ListValue(Arrays.copyOfRange(items.items(), 1, items.size()));
    }

    private static ListValue listOf(List<Value> items) {
        return items.isEmpty() ? ListValue.EMPTY : new ListValue(items.toArray(Value[]::new));
    }

    private static EvalException failure(String message) {
        return new EvalException(EvalException.Kind.OTHER, message);
    }
}
