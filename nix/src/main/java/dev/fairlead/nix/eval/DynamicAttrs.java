package dev.fairlead.nix.eval;

import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.EvalException;
import dev.fairlead.nix.value.Expect;
import dev.fairlead.nix.value.NullValue;
import dev.fairlead.nix.value.Shape;
import dev.fairlead.nix.value.StringValue;
import dev.fairlead.nix.value.Symbol;
import dev.fairlead.nix.value.Value;
import java.util.SortedMap;
import java.util.TreeMap;

/** The definitions with computed names, {@code ${name} = value;}, added to a set. The name null adds nothing. */
final class DynamicAttrs extends Node {
    private record Definition(Value cell, int position) {}

    private final Node known;
    private final Node[] names;
    private final Node[] values;
    private final int[] positions;

    /** @param known evaluates to the set of the definitions with known names */
    DynamicAttrs(Node known, Node[] names, Node[] values, int[] positions, int position) {
        super(position);
        this.known = known;
        this.names = names;
        this.values = values;
        this.positions = positions;
    }

    @Override
    Value eval(Value[] frame) {
        AttrsValue base = (AttrsValue) known.value(frame);
        if (names.length == 1 && base.size() == 0) {
            return single(frame);
        }
        TreeMap<Symbol, Definition> all = new TreeMap<>();
        for (int i = 0; i < base.size(); i++) {
            all.put(base.name(i), new Definition(base.value(i), base.position(i)));
        }
        for (int i = 0; i < names.length; i++) {
            Value name = name(i, frame);
            if (name != NullValue.NULL) {
                Symbol symbol = symbol(name, i);
                Definition earlier = all.put(symbol, new Definition(values[i].cell(frame), positions[i]));
                if (earlier != null) {
                    throw duplicate(symbol, earlier.position, positions[i]);
                }
            }
        }
        return set(all);
    }

    private Value single(Value[] frame) {
        Value name = name(0, frame);
        if (name == NullValue.NULL) {
            return AttrsValue.EMPTY;
        }
        Shape shape = Shape.ofSorted(new Symbol[] {symbol(name, 0)});
        return new AttrsValue(shape, new Value[] {values[0].cell(frame)}, positions);
    }

    private Value name(int index, Value[] frame) {
        try {
            return names[index].value(frame);
        } catch (EvalException e) {
            throw e.at(names[index].position);
        }
    }

    private Symbol symbol(Value name, int index) {
        if (name instanceof StringValue text && text.context() == null) {
            return text.symbol();
        }
        try {
            return Expect.name(name, "while evaluating the name of a dynamic attribute");
        } catch (EvalException e) {
            throw e.at(positions[index]);
        }
    }

    private static AttrsValue set(SortedMap<Symbol, Definition> all) {
        Value[] cells = new Value[all.size()];
        int[] positions = new int[all.size()];
        int i = 0;
        for (Definition definition : all.values()) {
            cells[i] = definition.cell;
            positions[i++] = definition.position;
        }
        return new AttrsValue(Shape.ofSorted(all.keySet().toArray(Symbol[]::new)), cells, positions);
    }

    private static EvalException duplicate(Symbol name, int first, int second) {
        return new EvalException(
                EvalException.Kind.OTHER,
                "dynamic attribute '" + name + "' already defined at " + Evaluator.place(first),
                second);
    }
}
