package dev.fairlead.fleet.declare.merge;

import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.Shape;
import dev.fairlead.nix.value.Symbol;
import dev.fairlead.nix.value.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/** The merge of sets by key: what its attributes need to be merged once they are read. */
final class MergedSet {
    private final Merge merge;
    private final AttrPath path;
    private final MergeRule rule;
    private final Shape shape;
    private final IntFunction<List<Definition>> definitions;

    /** @param definitions of the attribute at an index of the shape */
    private MergedSet(
            Merge merge, AttrPath path, MergeRule rule, Shape shape, IntFunction<List<Definition>> definitions) {
        this.merge = merge;
        this.path = path;
        this.rule = rule;
        this.shape = shape;
        this.definitions = definitions;
    }

    /** The set of one definition: its own shape and positions, and a promise only for what may need merging. */
    static AttrsValue of(Merge merge, AttrPath path, MergeRule rule, AttrsValue set) {
        MergedSet merged = new MergedSet(
                merge, path, rule, set.shape(), i -> List.of(new Definition(set.value(i), set.position(i))));
        Value[] cells = set.values().clone();
        boolean changed = false;
        for (int i = 0; i < cells.length; i++) {
            if (mayNeedMerging(cells[i])) {
                cells[i] = new MergedAttribute(merged, i);
                changed = true;
            }
        }
        return changed ? new AttrsValue(set.shape(), cells, set.positions()) : set;
    }

    /** The union of several; an attribute's position is that of its first definition. */
    static AttrsValue of(Merge merge, AttrPath path, MergeRule rule, AttrsValue[] sets) {
        Shape shape = Shape.ofSorted(Stream.of(sets)
                .flatMap(set -> Arrays.stream(set.shape().names()))
                .distinct()
                .sorted()
                .toArray(Symbol[]::new));
        List<List<Definition>> definitions = Stream.generate(() -> (List<Definition>) new ArrayList<Definition>(2))
                .limit(shape.size())
                .toList();
        int[] positions = new int[shape.size()];
        for (AttrsValue set : sets) {
            for (int i = 0; i < set.size(); i++) {
                int at = shape.indexOf(set.name(i));
                definitions.get(at).add(new Definition(set.value(i), set.position(i)));
                positions[at] = positions[at] == 0 ? set.position(i) : positions[at];
            }
        }
        MergedSet merged = new MergedSet(merge, path, rule, shape, definitions::get);
        Value[] cells = new Value[shape.size()];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = new MergedAttribute(merged, i);
        }
        return new AttrsValue(shape, cells, positions);
    }

    /** The value of an attribute, and where it is from. */
    Definition attribute(int index) {
        Symbol name = shape.name(index);
        return merge.merged(path.child(name.name()), rule.child(name), definitions.apply(index));
    }

    /** False for what is known to be one scalar, which one definition defines as it is. */
    private static boolean mayNeedMerging(Value cell) {
        return !cell.isForced()
                || switch (cell.type()) {
                    case INT, FLOAT, BOOL, STRING, PATH, NULL -> false;
                    case ATTRS, LIST, FUNCTION, THUNK -> true;
                };
    }
}
