package dev.fairlead.nix.eval;

import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.BoolValue;
import dev.fairlead.nix.value.EvalException;
import dev.fairlead.nix.value.Expect;
import dev.fairlead.nix.value.Value;
import org.jspecify.annotations.Nullable;

/** An executable expression. The layout of frames is told in the description of this package. */
abstract class Node {
    /** Where messages say it is. */
    final int position;

    Node(int position) {
        this.position = position;
    }

    /**
     * The value in weak head normal form. Half of what nodes ask of others they ask of variables, so these are tested for:
     * what can be inlined costs less than a call through a table.
     */
    final Value value(Value[] frame) {
        return this instanceof Variable variable ? variable.eval(frame) : eval(frame);
    }

    /**
     * A cell with the value, evaluated when it is forced. No cell is made where one exists already, and no promise where
     * the value is at hand.
     */
    final Value cell(Value[] frame) {
        return this instanceof Variable variable ? variable.delay(frame) : delay(frame);
    }

    /** What {@link #value} gives. */
    abstract Value eval(Value[] frame);

    /** What {@link #cell} gives. */
    Value delay(Value[] frame) {
        return new Thunk(this, frame);
    }

    /**
     * The value if it is at hand: found in a few steps that cannot fail, that evaluate nothing and that no program can
     * observe; else null.
     */
    @Nullable
    Value peek(Value[] frame) {
        return null;
    }

    /** The value, which must be a Boolean. */
    final boolean test(Value[] frame, String during) {
        try {
            Value value = value(frame);
            if (value instanceof BoolValue bool) {
                return bool.value();
            }
            throw Expect.wrong("a Boolean", value);
        } catch (EvalException e) {
            throw e.at(position).during(position, during);
        }
    }

    /** The value, which must be a set. */
    final AttrsValue attrs(Value[] frame, String during) {
        try {
            Value value = value(frame);
            if (value instanceof AttrsValue attrs) {
                return attrs;
            }
            throw Expect.wrong("a set", value);
        } catch (EvalException e) {
            throw e.at(position).during(position, during);
        }
    }
}
