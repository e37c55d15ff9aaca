package dev.fairlead.nix.eval;

import dev.fairlead.nix.value.EvalException;
import dev.fairlead.nix.value.Symbol;
import dev.fairlead.nix.value.Value;
import org.jspecify.annotations.Nullable;

/** The code of a function, and the node that makes a closure of it. Its arguments are in slots 1 to {@code arity}. */
final class Lambda extends Node {
    final int arity;

    /** What the arguments are called; null for one that has no name of its own. */
    final @Nullable Symbol[] parameters;

    /** How the last argument is taken apart, or null. */
    final @Nullable FormalsBinding formals;

    /** What the function was bound to first, or null. */
    final @Nullable String name;

    /** Where the function of each argument is written. */
    private final int[] places;

    private final int frameSize;
    private final Node body;

    Lambda(
            @Nullable Symbol[] parameters,
            @Nullable FormalsBinding formals,
            @Nullable String name,
            int[] places,
            int frameSize,
            Node body) {
        super(places[0]);
        this.arity = parameters.length;
        this.parameters = parameters;
        this.formals = formals;
        this.name = name;
        this.places = places;
        this.frameSize = frameSize;
        this.body = body;
    }

    @Override
    Value eval(Value[] frame) {
        return new Closure(this, frame);
    }

    @Override
    Value delay(Value[] frame) {
        return new Closure(this, frame);
    }

    /** What the argument after {@code given} others is called, or null if it has no name or is taken apart. */
    @Nullable
    Symbol parameter(int given) {
        return formals != null && given + 1 == arity ? null : parameters[given];
    }

    /** Where the function is written that takes the argument after {@code given} others. */
    int place(int given) {
        return places[given];
    }

    /** Where the function is written whose body this is. */
    int innermostPlace() {
        return places[arity - 1];
    }

    /** A frame for a call of {@code closure}. */
    Value[] frame(Closure closure) {
        Value[] frame = new Value[frameSize];
        frame[0] = closure;
        return frame;
    }

    /** Evaluates the body in a frame that holds all arguments. */
    Value run(Value[] frame) {
        EvalThread thread = EvalThread.current();
        int depth = thread.depth;
        if (depth >= thread.limit) {
            throw thread.refuse();
        }
        thread.depth = depth + 1;
        Value result;
        boolean entered = false;
        try {
            if (formals != null) {
                formals.bind(frame, this);
            }
            entered = true;
            result = body.eval(frame);
        } catch (EvalException e) {
            thread.depth = depth;
            if (!entered) {
                throw e;
            }
            throw e.duringCall(
                    innermostPlace(), name == null ? "while calling anonymous lambda" : "while calling '" + name + "'");
        } catch (StackOverflowError | OutOfMemoryError exhausted) {
            thread.depth = depth;
            throw thread.refuse(exhausted).at(innermostPlace());
        }
        thread.depth = depth;
        return result;
    }
}
