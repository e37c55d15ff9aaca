package dev.fairlead.fleet.declare;

import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.Promise;
import dev.fairlead.nix.value.Shape;
import dev.fairlead.nix.value.Symbol;
import dev.fairlead.nix.value.Value;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A change of a Nix value that may or may not be there. Values are changed where they are read: an edit of an attribute
 * forces the set around it when somebody else does, and nothing below.
 */
@FunctionalInterface
interface Edit {
    /** The changed cell, given the old one, which is not forced yet; null means that there is none. */
    @Nullable
    Value of(@Nullable Value cell);

    /** This edit, and then another. */
    default Edit then(Edit next) {
        return cell -> next.of(of(cell));
    }

    static Edit replaceBy(Value value) {
        return _ -> value;
    }

    static Edit remove() {
        return _ -> null;
    }

    /** An edit of what is there; what is not stays away. */
    static Edit ifPresent(Edit edit) {
        return cell -> cell == null ? null : edit.of(cell);
    }

    /** An edit at a path of attributes; the sets on the way are made if there is to be something in them. */
    static Edit at(List<String> path, Edit edit) {
        Edit result = edit;
        for (String name : path.reversed()) {
            result = attribute(Symbol.of(name), result);
        }
        return result;
    }

    /** An edit of each attribute that a set has. */
    static Edit each(Edit edit) {
        return cell -> cell == null ? null : inside(cell, set -> changed(set, edit));
    }

    private static AttrsValue changed(AttrsValue set, Edit edit) {
        var changed = new TreeMap<Symbol, Value>();
        for (int i = 0; i < set.size(); i++) {
            Value value = edit.of(set.value(i));
            if (value != null) {
                changed.put(set.name(i), value);
            }
        }
        return withPositionsOf(set, changed);
    }

    private static Edit attribute(Symbol name, Edit edit) {
        return cell -> {
            if (cell == null) {
                Value value = edit.of(null);
                return value == null ? null : changed(AttrsValue.EMPTY, name, value);
            }
            return inside(cell, set -> changed(set, name, edit.of(set.get(name))));
        };
    }

    private static Value inside(Value cell, UnaryOperator<AttrsValue> change) {
        return new Promise() {
            private boolean running;

            @Override
            protected Value compute() {
                if (running) {
                    throw infiniteRecursion();
                }
                running = true;
                try {
                    // What is no set is left to those who read it, who say so.
                    return cell.force() instanceof AttrsValue set ? change.apply(set) : cell.force();
                } finally {
                    running = false;
                }
            }
        };
    }

    private static AttrsValue changed(AttrsValue set, Symbol name, @Nullable Value value) {
        var changed = new TreeMap<Symbol, Value>();
        for (int i = 0; i < set.size(); i++) {
            changed.put(set.name(i), set.value(i));
        }
        if (value == null) {
            changed.remove(name);
        } else {
            changed.put(name, value);
        }
        return withPositionsOf(set, changed);
    }

    private static AttrsValue withPositionsOf(AttrsValue set, SortedMap<Symbol, Value> attributes) {
        Symbol[] names = attributes.keySet().toArray(Symbol[]::new);
        int[] positions = new int[names.length];
        for (int i = 0; i < names.length; i++) {
            positions[i] = set.position(names[i]);
        }
        return new AttrsValue(Shape.ofSorted(names), attributes.values().toArray(Value[]::new), positions);
    }
}
