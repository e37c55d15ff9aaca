package dev.fairlead.nix.eval;

import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.EvalException;
import dev.fairlead.nix.value.Shape;
import dev.fairlead.nix.value.Suggestions;
import dev.fairlead.nix.value.Symbol;
import dev.fairlead.nix.value.Value;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A variable that no expression binds, but that {@code with} expressions around it may provide. */
final class WithVariable extends Node {
    /** Where the set of a {@code with} is kept. */
    record WithScope(int depth, int slot) {}

    private final Symbol name;
    private final WithScope[] scopes;
    private int hint;

    /** @param scopes innermost first */
    WithVariable(Symbol name, WithScope[] scopes, int position) {
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
            Value set = Variable.frame(frame, scope.depth)[scope.slot];
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
        return WithNode.scope(Variable.frame(frame, scope.depth)[scope.slot], position);
    }

    private EvalException unbound(Value[] frame) {
        TreeSet<String> names = new TreeSet<>();
        for (WithScope scope : scopes) {
            for (Symbol known : set(frame, scope).shape().names()) {
                names.add(known.name());
            }
        }
        return new EvalException(EvalException.Kind.UNDEFINED_VARIABLE, "undefined variable '" + name + "'", position)
                .suggesting(Suggestions.of(name.name(), names));
    }
}
