package dev.fairlead.nix.lib;

import dev.fairlead.nix.builtin.Builtin;
import dev.fairlead.nix.builtin.Registry;
import dev.fairlead.nix.value.Arithmetic;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.DelayedCall;
import dev.fairlead.nix.value.Equality;
import dev.fairlead.nix.value.EvalException;
import dev.fairlead.nix.value.FunctionValue;
import dev.fairlead.nix.value.Functions;
import dev.fairlead.nix.value.IntValue;
import dev.fairlead.nix.value.ListValue;
import dev.fairlead.nix.value.NullValue;
import dev.fairlead.nix.value.Shape;
import dev.fairlead.nix.value.StringValue;
import dev.fairlead.nix.value.Symbol;
import dev.fairlead.nix.value.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code lib.lists}, as far as it is written in Java. Items stay the cells they were. */
final class ListFunctions {
    private static final Shape PAIR = Shape.ofSorted(new Symbol[] {Symbol.of("fst"), Symbol.of("snd")});

    private ListFunctions() {}

    static void register(Registry registry) {
        registry.add(Builtin.of("singleton", item -> new ListValue(new Value[] {item})));
        registry.add(Builtin.of("forEach", (list, function) -> imap(function, list, "lists.forEach")));
        registry.add(Builtin.of("foldr", ListFunctions::foldr));
        registry.add(Builtin.of("foldl'", ListFunctions::foldl));
        registry.add(Builtin.of("imap0", (function, list) -> imap(function, list, 0)));
        registry.add(Builtin.of("imap1", (function, list) -> imap(function, list, 1)));
        registry.add(Builtin.of("flatten", ListFunctions::flatten));
        registry.add(Builtin.of("remove", ListFunctions::remove));
        registry.add(Builtin.of("findFirst", ListFunctions::findFirst));
        registry.add(Builtin.of("findFirstIndex", ListFunctions::findFirstIndex));
        registry.add(Builtin.of("count", ListFunctions::count));
        registry.add(Builtin.of(
                "optional",
                (condition, item) ->
                        Given.bool(condition, "lists.optional") ? new ListValue(new Value[] {item}) : ListValue.EMPTY));
        registry.add(Builtin.of(
                "optionals", (condition, items) -> Given.bool(condition, "lists.optionals") ? items : ListValue.EMPTY));
        registry.add(Builtin.of(
                "toList", value -> value.force() instanceof ListValue ? value : new ListValue(new Value[] {value})));
        registry.add(Builtin.of("range", ListFunctions::range));
        registry.add(Builtin.of("replicate", ListFunctions::replicate));
        registry.add(Builtin.of("zipListsWith", ListFunctions::zipListsWith));
        registry.add(Builtin.of("zipLists", ListFunctions::zipLists));
        registry.add(Builtin.of("reverseList", ListFunctions::reverseList));
        registry.add(Builtin.of("take", (count, list) -> part(0, count, list, "lists.take")));
        registry.add(Builtin.of("drop", ListFunctions::drop));
        registry.add(Builtin.of(
                "sublist",
                (start, count, list) -> part(Given.integer(start, "lists.sublist"), count, list, "lists.sublist")));
        registry.add(Builtin.of("last", ListFunctions::last));
        registry.add(Builtin.of("init", ListFunctions::init));
        registry.add(Builtin.of("unique", ListFunctions::unique));
        registry.add(Builtin.of("intersectLists", (a, b) -> select(a, b, true)));
        registry.add(Builtin.of("subtractLists", (a, b) -> select(a, b, false)));
    }

    /** As {@code f x1 (f x2 (... start))}; the inner calls are made when {@code f} asks for them. */
    private static Value foldr(Value operator, Value start, Value list) {
        ListValue items = Given.list(list, "lists.foldr");
        return items.size() == 0 ? start : foldFrom(operator, start, items, 0);
    }

    private static Value foldFrom(Value operator, Value start, ListValue items, int index) {
        if (index == items.size() - 1) {
            return Functions.call(operator, items.get(index), start);
        }
        // A function, not a closure of Java, so that the promise forgets it once it has been kept.
        Value rest = new DelayedCall(
                new FunctionValue() {
                    @Override
                    public Value call(Value argument) {
                        return foldFrom(operator, start, items, index + 1).force();
                    }
                },
                NullValue.NULL);
        return Functions.call(operator, items.get(index), rest);
    }

    private static Value foldl(Value operator, Value start, Value list) {
        Value result = start.force();
        for (Value item : Given.list(list, "lists.foldl'").items()) {
            result = Functions.call(operator, result, item);
        }
        return result;
    }

    private static Value imap(Value function, Value list, String name) {
        ListValue items = Given.list(list, name);
        Value[] mapped = new Value[items.size()];
        Arrays.setAll(mapped, i -> new DelayedCall(function, items.get(i)));
        return new ListValue(mapped);
    }

    private static Value imap(Value function, Value list, int first) {
        ListValue items = Given.list(list, first == 0 ? "lists.imap0" : "lists.imap1");
        Value[] mapped = new Value[items.size()];
        Arrays.setAll(mapped, i -> new DelayedCall(function, IntValue.of(first + i), items.get(i)));
        return new ListValue(mapped);
    }

    private static Value flatten(Value value) {
        List<Value> flat = new ArrayList<>();
        flattenInto(value, flat);
        return Given.listOf(flat);
    }

    private static void flattenInto(Value value, List<Value> into) {
        if (value.force() instanceof ListValue list) {
            for (Value item : list.items()) {
                flattenInto(item, into);
            }
        } else {
            into.add(value);
        }
    }

    private static Value remove(Value unwanted, Value list) {
        List<Value> kept = new ArrayList<>();
        for (Value item : Given.list(list, "lists.remove").items()) {
            if (!Equality.equal(item, unwanted)) {
                kept.add(item);
            }
        }
        return Given.listOf(kept);
    }

    private static int indexOf(Value predicate, Value list, String name) {
        ListValue items = Given.list(list, name);
        for (int i = 0; i < items.size(); i++) {
            if (Given.bool(Functions.call(predicate, items.get(i)), name)) {
                return i;
            }
        }
        return -1;
    }

    private static Value findFirst(Value predicate, Value otherwise, Value list) {
        int index = indexOf(predicate, list, "lists.findFirst");
        return index < 0 ? otherwise : Given.list(list, "lists.findFirst").get(index);
    }

    private static Value findFirstIndex(Value predicate, Value otherwise, Value list) {
        int index = indexOf(predicate, list, "lists.findFirstIndex");
        return index < 0 ? otherwise : IntValue.of(index);
    }

    private static Value count(Value predicate, Value list) {
        long count = 0;
        for (Value item : Given.list(list, "lists.count").items()) {
            if (Given.bool(Functions.call(predicate, item), "lists.count")) {
                count++;
            }
        }
        return IntValue.of(count);
    }

    private static Value range(Value first, Value last) {
        long from = Given.integer(first, "lists.range");
        long to = Given.integer(last, "lists.range");
        if (from > to) {
            return ListValue.EMPTY;
        }
        Value[] numbers = new Value
                [size(Given.integer(Arithmetic.add(Arithmetic.subtract(last, first), IntValue.of(1)), "lists.range"))];
        Arrays.setAll(numbers, i -> IntValue.of(from + i));
        return new ListValue(numbers);
    }

    private static Value replicate(Value count, Value item) {
        Value[] items = new Value[size(Given.integer(count, "lists.replicate"))];
        Arrays.fill(items, item);
        return items.length == 0 ? ListValue.EMPTY : new ListValue(items);
    }

    private static int size(long size) {
        if (size < 0 || size > Integer.MAX_VALUE - 8) {
            throw new EvalException(EvalException.Kind.OTHER, "cannot create list of size " + size);
        }
        return (int) size;
    }

    private static Value zipListsWith(Value function, Value first, Value second) {
        ListValue a = Given.list(first, "lists.zipListsWith");
        ListValue b = Given.list(second, "lists.zipListsWith");
        Value[] zipped = new Value[Math.min(a.size(), b.size())];
        Arrays.setAll(zipped, i -> new DelayedCall(function, a.get(i), b.get(i)));
        return new ListValue(zipped);
    }

    private static Value zipLists(Value first, Value second) {
        ListValue a = Given.list(first, "lists.zipLists");
        ListValue b = Given.list(second, "lists.zipLists");
        Value[] zipped = new Value[Math.min(a.size(), b.size())];
        Arrays.setAll(zipped, i -> new AttrsValue(PAIR, new Value[] {a.get(i), b.get(i)}, null));
        return new ListValue(zipped);
    }

    private static Value reverseList(Value list) {
        ListValue items = Given.list(list, "lists.reverseList");
        Value[] reversed = new Value[items.size()];
        Arrays.setAll(reversed, i -> items.get(items.size() - 1 - i));
        return new ListValue(reversed);
    }

    private static Value drop(Value count, Value list) {
        ListValue items = Given.list(list, "lists.drop");
        return part(Given.integer(count, "lists.drop"), IntValue.of(items.size()), items, "lists.drop");
    }

    private static Value part(long start, Value count, Value list, String name) {
        ListValue items = Given.list(list, name);
        if (start >= items.size()) {
            return ListValue.EMPTY;
        }
        long wanted = Given.integer(count, name);
        int size = size(Math.min(wanted, items.size() - start));
        if (start < 0 && size > 0) {
            throw new EvalException(
                    EvalException.Kind.OTHER,
                    "'builtins.elemAt' called with index " + start + " on a list of size " + items.size());
        }
        return size == items.size()
                ? items
                : new ListValue(Arrays.copyOfRange(items.items(), (int) start, (int) start + size));
    }

    private static Value last(Value list) {
        ListValue items = notEmpty(list, "last");
        return items.get(items.size() - 1);
    }

    private static Value init(Value list) {
        ListValue items = notEmpty(list, "init");
        return new ListValue(Arrays.copyOf(items.items(), items.size() - 1));
    }

    private static ListValue notEmpty(Value list, String name) {
        ListValue items = Given.list(list, "lists." + name);
        if (items.size() == 0) {
            throw new EvalException(EvalException.Kind.THROWN, "lists." + name + ": list must not be empty!");
        }
        return items;
    }

    private static Value unique(Value list) {
        Distinct distinct = new Distinct();
        List<Value> kept = new ArrayList<>();
        for (Value item : Given.list(list, "lists.unique").items()) {
            if (distinct.add(item)) {
                kept.add(item);
            }
        }
        return Given.listOf(kept);
    }

    /** The items of {@code list} that are in {@code reference}, or that are not. */
    private static Value select(Value reference, Value list, boolean wanted) {
        String name = wanted ? "lists.intersectLists" : "lists.subtractLists";
        ListValue items = Given.list(list, name);
        if (items.size() == 0) {
            return items;
        }
        Distinct known = new Distinct();
        for (Value item : Given.list(reference, name).items()) {
            known.add(item);
        }
        List<Value> kept = new ArrayList<>();
        for (Value item : items.items()) {
            if (known.contains(item) == wanted) {
                kept.add(item);
            }
        }
        return Given.listOf(kept);
    }

    /** Values without repeats: strings by hash, all others by comparison with each other. */
    private static final class Distinct {
        private final Set<String> strings = new HashSet<>();
        private final List<Value> others = new ArrayList<>();

        boolean contains(Value value) {
            return value.force() instanceof StringValue text ? strings.contains(text.text()) : same(value) != null;
        }

        /** Adds a value; false if it was there. */
        boolean add(Value value) {
            if (value.force() instanceof StringValue text) {
                return strings.add(text.text());
            }
            return same(value) == null && others.add(value);
        }

        private @Nullable Value same(Value value) {
            for (Value other : others) {
                if (Equality.equalCells(value, other)) {
                    return other;
                }
            }
            return null;
        }
    }
}
