package dev.fairlead.nix.eval;

import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.EvalException;
import dev.fairlead.nix.value.Shape;
import dev.fairlead.nix.value.Suggestions;
import dev.fairlead.nix.value.Symbol;
import dev.fairlead.nix.value.Value;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The nodes of variables, by how far away the frame is. */
final class Variables {
    private Variables() {}

    /** The node of the variable in a slot of the frame that is {@code depth} functions further out. */
    static Node at(int depth, int slot, int position) {
        return switch (depth) {
            case 0 -> new Local(slot, position);
            case 1 -> new Outer(slot, position);
            default -> new Far(depth, slot, position);
        };
    }

    /** The frame {@code depth} functions further out. */
    static Value[] frame(Value[] frame, int depth) {
        Value[] found = frame;
        for (int i = depth; i > 0; i--) {
            found = ((Closure) found[0]).scope;
        }
        return found;
    }

    /** A variable of a frame. */
    private abstract static class Slot extends Node {
        final int slot;

        Slot(int slot, int position) {
            super(position);
            this.slot = slot;
        }

        abstract Value[] frameOf(Value[] frame);

        @Override
        final Value delay(Value[] frame) {
            @Nullable Value cell = frameOf(frame)[slot];
            // A variable of let or rec may be asked for before it is bound: let a = b; b = 1; in a
            return cell != null ? cell : new Thunk(this, frame);
        }

        @Override
        final @Nullable Value peek(Value[] frame) {
            @Nullable Value cell = frameOf(frame)[slot];
            return cell != null && cell.isForced() ? cell.force() : null;
        }
    }

    /** A variable of this function. */
    private static final class Local extends Slot {
        Local(int slot, int position) {
            super(slot, position);
        }

        @Override
        Value[] frameOf(Value[] frame) {
            return frame;
        }

        @Override
        Value eval(Value[] frame) {
            return frame[slot].force();
        }
    }

    /** A variable of the function around this one. */
    private static final class Outer extends Slot {
        Outer(int slot, int position) {
            super(slot, position);
        }

        @Override
        Value[] frameOf(Value[] frame) {
            return ((Closure) frame[0]).scope;
        }

        @Override
        Value eval(Value[] frame) {
            return ((Closure) frame[0]).scope[slot].force();
        }
    }

    /** A variable further out. */
    private static final class Far extends Slot {
        private final int depth;

        Far(int depth, int slot, int position) {
            super(slot, position);
            this.depth = depth;
        }

        @Override
        Value[] frameOf(Value[] frame) {
            return Variables.frame(frame, depth);
        }

        @Override
        Value eval(Value[] frame) {
            return Variables.frame(frame, depth)[slot].force();
        }
    }

    /** Where the set of a {@code with} is kept. */
    record WithScope(int depth, int slot) {}

    /** A variable that no expression binds, but that {@code with} expressions around it may provide. */
    static final class Dynamic extends Node {
        private final Symbol name;
        private final WithScope[] scopes;
        private int hint;

        /** @param scopes innermost first */
        Dynamic(Symbol name, WithScope[] scopes, int position) {
            super(position);
            this.name = name;
            this.scopes = scopes;
        }

        @Override
        Value eval(Value[] frame) {
            for (WithScope scope : scopes) {
                Value cell = find(set(frame, scope));
                if (cell != null) {
                    return cell.force();
                }
            }
            throw unbound(frame);
        }

        @Override
        @Nullable
        Value peek(Value[] frame) {
            Value cell = cellAtHand(frame);
            return cell != null && cell.isForced() ? cell.force() : null;
        }

        @Override
        Value delay(Value[] frame) {
            Value cell = cellAtHand(frame);
            return cell != null ? cell : new Thunk(this, frame);
        }

        private @Nullable Value cellAtHand(Value[] frame) {
            for (WithScope scope : scopes) {
                Value set = Variables.frame(frame, scope.depth)[scope.slot];
                if (!set.isForced() || !(set.force() instanceof AttrsValue attrs)) {
                    return null;
                }
                Value cell = find(attrs);
                if (cell != null) {
                    return cell;
                }
            }
            return null;
        }

        private @Nullable Value find(AttrsValue set) {
            Shape shape = set.shape();
            int index = hint;
            if (index >= shape.size() || shape.name(index) != name) {
                index = shape.indexOf(name);
                if (index < 0) {
                    return null;
                }
                hint = index;
            }
            return set.value(index);
        }

        private AttrsValue set(Value[] frame, WithScope scope) {
            return WithNode.scope(Variables.frame(frame, scope.depth)[scope.slot], position);
        }

        private EvalException unbound(Value[] frame) {
            TreeSet<String> names = new TreeSet<>();
            for (WithScope scope : scopes) {
                for (Symbol known : set(frame, scope).shape().names()) {
                    names.add(known.name());
                }
            }
            return new EvalException(
                            EvalException.Kind.UNDEFINED_VARIABLE, "undefined variable '" + name + "'", position)
                    .suggesting(Suggestions.of(name.name(), names));
        }
    }
}
