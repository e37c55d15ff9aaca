package dev.fairlead.nix.eval;

import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.EvalException;
import dev.fairlead.nix.value.Expect;
import dev.fairlead.nix.value.FloatValue;
import dev.fairlead.nix.value.FunctionValue;
import dev.fairlead.nix.value.Shape;
import dev.fairlead.nix.value.Suggestions;
import dev.fairlead.nix.value.Symbol;
import dev.fairlead.nix.value.Value;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The nodes of {@code a.b} and {@code a.b.c or d}. */
final class Selection {
    private static final String SELECTING = "while selecting an attribute";

    private Selection() {}

    /** {@code subject.name} and {@code subject.name or fallback}, the common cases. */
    static final class One extends Node {
        private final Node subject;
        private final Symbol name;
        private final @Nullable Node fallback;
        private int hint;

        One(Node subject, Symbol name, @Nullable Node fallback, int position) {
            super(position);
            this.subject = subject;
            this.name = name;
            this.fallback = fallback;
        }

        @Override
        Value eval(Value[] frame) {
            Value value = subject.value(frame);
            int index = -1;
            try {
                if (value instanceof AttrsValue set) {
                    index = find(set.shape());
                    if (index >= 0) {
                        return set.value(index).force();
                    }
                }
                if (fallback != null) {
                    return fallback.value(frame);
                }
                throw unselectable(value, name, position);
            } catch (EvalException e) {
                throw failed(e, position, name.name(), value, index, name.name());
            }
        }

        private int find(Shape shape) {
            int index = hint;
            if (index < shape.size() && shape.name(index) == name) {
                return index;
            }
            index = shape.indexOf(name);
            if (index >= 0) {
                hint = index;
            }
            return index;
        }

        @Override
        @Nullable
        Value peek(Value[] frame) {
            if (subject.peek(frame) instanceof AttrsValue set) {
                int index = find(set.shape());
                if (index >= 0) {
                    Value cell = set.value(index);
                    return cell.isForced() ? cell.force() : null;
                }
                return fallback == null ? null : fallback.peek(frame);
            }
            return null;
        }

        /** The cell of a function is not shared, nor is that of a float: equality would tell the difference. */
        @Override
        Value delay(Value[] frame) {
            Value known = peek(frame);
            return known == null || known instanceof FunctionValue || known instanceof FloatValue
                    ? new Thunk(this, frame)
                    : known;
        }
    }

    /** {@code subject.path} and {@code subject.path or fallback}, of several names or of computed ones. */
    static final class Path extends Node {
        private final Node subject;
        private final AttrPath path;
        private final @Nullable Node fallback;

        Path(Node subject, AttrPath path, @Nullable Node fallback, int position) {
            super(position);
            this.subject = subject;
            this.path = path;
            this.fallback = fallback;
        }

        @Override
        Value eval(Value[] frame) {
            Value value = subject.value(frame);
            Value holder = value;
            int index = -1;
            int done = 0;
            try {
                for (int i = 0; i < path.length(); i++) {
                    Symbol name = path.name(i, frame);
                    if (value instanceof AttrsValue set) {
                        int found = path.find(i, name, set.shape());
                        if (found >= 0) {
                            holder = set;
                            index = found;
                            done = i + 1;
                            value = set.value(found).force();
                            continue;
                        }
                    }
                    if (fallback == null) {
                        throw unselectable(value, name, position);
                    }
                    return fallback.value(frame);
                }
                return value;
            } catch (EvalException e) {
                throw failed(e, position, path.text(path.length()), holder, index, path.text(done));
            }
        }
    }

    /** What cannot be selected is mended at the selection, not where the set around it is defined. */
    private static EvalException unselectable(Value value, Symbol name, int position) {
        EvalException wrong = value instanceof AttrsValue set
                ? missing(name, set)
                : Expect.wrong("a set", value).during(position, SELECTING);
        return wrong.at(position);
    }

    private static EvalException missing(Symbol name, AttrsValue set) {
        return new EvalException(
                        EvalException.Kind.MISSING_ATTRIBUTE,
                        "attribute '" + name + "' missing" + Experimental.reason(name.name(), set))
                .suggesting(Suggestions.of(
                        name.name(),
                        Arrays.stream(set.shape().names()).map(Symbol::name).toList()));
    }

    /** Adds the definition that was reached, if any, and the selection itself. */
    private static EvalException failed(
            EvalException e, int position, String path, Value holder, int index, String reached) {
        if (index >= 0 && holder instanceof AttrsValue set && set.position(index) != 0) {
            e.at(set.position(index)).during(set.position(index), "from the definition of '" + reached + "'");
        }
        return e.at(position).during(position, "while evaluating the attribute '" + path + "'");
    }
}
