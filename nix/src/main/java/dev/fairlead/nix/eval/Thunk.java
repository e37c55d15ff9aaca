package dev.fairlead.nix.eval;

import dev.fairlead.nix.value.EvalException;
import dev.fairlead.nix.value.Promise;
import dev.fairlead.nix.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The promise of an expression in a frame.
 *
 * <p>Evaluated by one thread at a time. Threads that share values would first have to claim a thunk; the only place to
 * do so is {@link #compute}, where taking the node away is the claim.
 */
final class Thunk extends Promise {
    /** Null while the thunk is evaluated and after it. */
    private @Nullable Node node;

    private Value @Nullable [] frame;

    Thunk(Node node, Value[] frame) {
        this.node = node;
        this.frame = frame;
    }

    @Override
    protected Value compute() {
        Node expression = node;
        Value[] variables = frame;
        if (expression == null || variables == null) {
            throw infiniteRecursion();
        }
        node = null;
        Value value;
        try {
            value = expression.eval(variables);
        } catch (EvalException e) {
            node = expression;
            throw e.at(expression.position);
        } catch (StackOverflowError | OutOfMemoryError exhausted) {
            node = expression;
            throw EvalThread.current().refuse(exhausted).at(expression.position);
        } catch (Throwable failure) {
            node = expression;
            throw failure;
        }
        frame = null;
        return value;
    }
}
