package dev.fairlead.fleet.channel;

import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.BoolValue;
import dev.fairlead.nix.value.Deferred;
import dev.fairlead.nix.value.Equality;
import dev.fairlead.nix.value.EvalException;
import dev.fairlead.nix.value.Expect;
import dev.fairlead.nix.value.Functions;
import dev.fairlead.nix.value.ListValue;
import dev.fairlead.nix.value.Ordering;
import dev.fairlead.nix.value.Symbol;
import dev.fairlead.nix.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** Runs the stages of a gather. */
final class Stages {
    private static final Symbol INIT = Symbol.of("init");
    private static final Symbol OP = Symbol.of("op");

    /**
     * What stages make of items.
     *
     * @param items those that are left, with their origin; before a fold, if there is one
     * @param folded what a fold makes of them, or null
     */
    record Result(List<Item> items, @Nullable Value folded) {
        /** What the gatherer reads: a list, unless the items were folded. */
        Value value() {
            return folded != null
                    ? folded
                    : new ListValue(items.stream().map(Item::value).toArray(Value[]::new));
        }
    }

    private Stages() {}

    /**
     * Runs stages one after the other.
     *
     * @throws EvalException if the evaluation of one fails, or its argument is not what it must be
     */
    static Result run(List<Stage> stages, List<Item> items) {
        List<Item> left = items;
        Value folded = null;
        for (Stage stage : stages) {
            try {
                if (folded != null) {
                    throw EvalException.type(
                            "a stage " + stage.kind().text() + " stands behind fold, which leaves no items");
                }
                if (stage.kind() == Stage.Kind.FOLD) {
                    folded = fold(Expect.attrs(stage.argument(), during(stage)), left, during(stage));
                } else {
                    left = run(stage, left, during(stage));
                }
            } catch (EvalException failure) {
                throw failure.at(stage.position());
            }
        }
        return new Result(List.copyOf(left), folded);
    }

    private static String during(Stage stage) {
        return "while evaluating the stage " + stage.kind().text() + " of a gather";
    }

    private static List<Item> run(Stage stage, List<Item> items, String during) {
        Value argument = stage.argument();
        return switch (stage.kind()) {
            case FILTER ->
                items.stream()
                        .filter(item -> Expect.bool(call(argument, during, item.value()), during))
                        .toList();
            case MAP ->
                items.stream()
                        .map(item -> new Item(item.origin(), new Deferred(() -> call(argument, during, item.value()))))
                        .toList();
            case UNIQUE -> unique(argument, items, during);
            case SORT -> sort(argument, items, during);
            case LIMIT -> {
                long most = Expect.integer(argument, during);
                yield items.subList(0, Math.clamp(most, 0, items.size()));
            }
            case FOLD -> throw new IllegalArgumentException("a fold leaves no items");
        };
    }

    private static Value call(Value function, String during, Value argument) {
        return Functions.call(Expect.function(function, during), argument);
    }

    private static List<Item> unique(Value argument, List<Item> items, String during) {
        Value forced = argument.force();
        if (forced instanceof BoolValue on && !on.value()) {
            return items;
        }
        var kept = new ArrayList<Item>();
        var keys = new ArrayList<Value>();
        for (Item item : items) {
            Value key = forced instanceof BoolValue ? item.value() : call(forced, during, item.value());
            if (keys.stream().noneMatch(known -> Equality.equalCells(known, key))) {
                keys.add(key);
                kept.add(item);
            }
        }
        return kept;
    }

    private static List<Item> sort(Value argument, List<Item> items, String during) {
        Value forced = argument.force();
        if (forced instanceof BoolValue on) {
            return on.value() ? merged(items, (a, b) -> Ordering.less(a.value(), b.value())) : items;
        }
        Value before = Expect.function(forced, during);
        return merged(
                items, (a, b) -> Expect.bool(Functions.call(Functions.call(before, a.value()), b.value()), during));
    }

    /** A stable merge sort, which unlike the JDK's bears an order that contradicts itself. */
    private static List<Item> merged(List<Item> items, BiPredicate<Item, Item> before) {
        if (items.size() < 2) {
            return items;
        }
        int middle = items.size() / 2;
        List<Item> left = merged(items.subList(0, middle), before);
        List<Item> right = merged(items.subList(middle, items.size()), before);
        var all = new ArrayList<Item>(items.size());
        int taken = 0;
        for (Item item : right) {
            while (taken < left.size() && !before.test(item, left.get(taken))) {
                all.add(left.get(taken++));
            }
            all.add(item);
        }
        all.addAll(left.subList(taken, left.size()));
        return all;
    }

    private static Value fold(AttrsValue argument, List<Item> items, String during) {
        Value result = Expect.attribute(argument, INIT, during);
        Value op = Expect.function(Expect.attribute(argument, OP, during), during);
        for (Item item : items) {
            result = Functions.call(Functions.call(op, result), item.value());
        }
        return result;
    }
}
