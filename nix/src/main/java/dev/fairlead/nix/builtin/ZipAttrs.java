package dev.fairlead.nix.builtin;

import dev.fairlead.nix.value.AttrsBuilder;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.DelayedCall;
import dev.fairlead.nix.value.Expect;
import dev.fairlead.nix.value.ListValue;
import dev.fairlead.nix.value.Shape;
import dev.fairlead.nix.value.Symbol;
import dev.fairlead.nix.value.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code zipAttrsWith}: for each name in any of some sets, the call of a function with the name and the list of its values. */
final class ZipAttrs {
    /** Of up to this many sets the names are merged set by set, of more they are counted in a table. */
    private static final int FEW = 8;

    private ZipAttrs() {}

    static Value zipAttrsWith(Value function, Value list) {
        Value forced = Expect.function(function, "while evaluating the first argument passed to builtins.zipAttrsWith");
        ListValue items = Expect.list(list, "while evaluating the second argument passed to builtins.zipAttrsWith");
        AttrsValue[] sets = new AttrsValue[items.size()];
        for (int i = 0; i < sets.length; i++) {
            sets[i] = Expect.attrs(
                    items.get(i),
                    "while evaluating a value of the list passed as second argument to builtins.zipAttrsWith");
        }
        return sets.length <= FEW ? zipFew(forced, sets) : zipMany(forced, sets);
    }

    /** Costs the number of sets times the number of names, and no table. */
    private static Value zipFew(Value function, AttrsValue[] sets) {
        Shape names = Shape.EMPTY;
        for (AttrsValue set : sets) {
            names = union(names, set.shape());
        }
        if (names.size() == 0) {
            return AttrsValue.EMPTY;
        }
        Value[] calls = new Value[names.size()];
        int[] next = new int[sets.length];
        Value[] column = new Value[sets.length];
        for (int i = 0; i < calls.length; i++) {
            Symbol name = names.name(i);
            int height = 0;
            for (int j = 0; j < sets.length; j++) {
                AttrsValue set = sets[j];
                if (next[j] < set.size() && set.name(next[j]) == name) {
                    column[height++] = set.value(next[j]++);
                }
            }
            calls[i] = new DelayedCall(function, name.text(), new ListValue(Arrays.copyOf(column, height)));
        }
        return new AttrsValue(names, calls, null);
    }

    /** The names of either; one of the two itself where it has them all. */
    private static Shape union(Shape a, Shape b) {
        if (a == b || b.size() == 0) {
            return a;
        }
        if (a.size() == 0) {
            return b;
        }
        Symbol[] all = new Symbol[a.size() + b.size()];
        int size = 0;
        int i = 0;
        int j = 0;
        while (i < a.size() || j < b.size()) {
            int order = i == a.size() ? 1 : j == b.size() ? -1 : order(a.name(i), b.name(j));
            all[size++] = order <= 0 ? a.name(i) : b.name(j);
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        if (size == a.size()) {
            return a;
        }
        return size == b.size() ? b : Shape.ofSorted(Arrays.copyOf(all, size));
    }

    private static int order(Symbol a, Symbol b) {
        return a == b ? 0 : a.compareTo(b);
    }

    private static Value zipMany(Value function, AttrsValue[] sets) {
        // The names of each set are in order, so those of all are nearly so
        Map<Symbol, List<Value>> columns = new LinkedHashMap<>();
        for (AttrsValue set : sets) {
            for (int i = 0; i < set.size(); i++) {
                columns.computeIfAbsent(set.name(i), _ -> new ArrayList<>(2)).add(set.value(i));
            }
        }
        AttrsBuilder zipped = new AttrsBuilder(columns.size());
        columns.forEach((name, column) ->
                zipped.add(name, new DelayedCall(function, name.text(), new ListValue(column.toArray(Value[]::new)))));
        return zipped.build();
    }
}
