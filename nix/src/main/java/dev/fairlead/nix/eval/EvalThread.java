package dev.fairlead.nix.eval;

import dev.fairlead.nix.value.CallDepth;
import dev.fairlead.nix.value.EvalException;
import dev.fairlead.nix.value.PathCopier;
import dev.fairlead.nix.value.PathValue;
import dev.fairlead.nix.value.StringValue;
import org.jspecify.annotations.Nullable;

/**
 * A thread that evaluates. Nix programs nest deeply (folds that build long chains of promises, nested lists), so it has
 * a large stack; the operating system gives it memory only as it is touched.
 */
final class EvalThread extends Thread implements CallDepth, PathCopier {
    /**
     * Enough for chains of about two million promises; larger would let one program take the memory of a small
     * machine before it is told that it nests too deeply.
     */
    private static final long STACK_BYTES = 1L << 30;

    final Evaluator evaluator;

    /** How many calls are being evaluated on this thread. */
    int depth;

    /** How many calls may be; lowered to nothing from outside to stop the evaluation at its next call. */
    int limit;

    private final Runnable work;
    private @Nullable Throwable failure;

    EvalThread(Evaluator evaluator, Runnable work) {
        super(null, null, "nix", STACK_BYTES);
        this.evaluator = evaluator;
        this.limit = evaluator.options().limits().callDepth();
        this.work = work;
        setDaemon(true);
    }

    static EvalThread current() {
        return (EvalThread) Thread.currentThread();
    }

    @Override
    public StringValue copyToStore(PathValue path) {
        PathCopier copier = evaluator.copier();
        if (copier == null) {
            throw new EvalException(
                    EvalException.Kind.INPUT, "path '" + path.path() + "' cannot be copied: there is no store");
        }
        return copier.copyToStore(path);
    }

    @Override
    public void descend() {
        if (depth >= limit) {
            throw refuse();
        }
        depth++;
    }

    @Override
    public void ascend() {
        depth--;
    }

    /** What to throw when {@link #limit} is reached. */
    EvalException refuse() {
        Interruption interruption = evaluator.interruption();
        return interruption != null
                ? interruption.failure()
                : new EvalException(EvalException.Kind.LIMIT, "stack overflow; max-call-depth exceeded");
    }

    /**
     * What to throw in place of an error of Java that is the fault of the program. What comes after too deep a program may
     * well be less deep; but where memory ran out, going on would run out of it again and again, so that ends it all.
     */
    EvalException refuse(VirtualMachineError exhausted) {
        if (exhausted instanceof StackOverflowError) {
            return new EvalException(
                    EvalException.Kind.LIMIT, "stack overflow: the program nests too deeply to be evaluated");
        }
        evaluator.interrupt(Watch.outOfMemory(evaluator.options().limits()));
        return refuse();
    }

    @Override
    public void run() {
        try {
            work.run();
        } catch (StackOverflowError | OutOfMemoryError exhausted) {
            failure = refuse(exhausted);
        } catch (Throwable thrown) {
            failure = thrown;
        }
    }

    /** Throws what {@link #run} threw; to be called after the thread has ended. */
    void rethrow() {
        Throwable thrown = failure;
        if (thrown instanceof RuntimeException exception) {
            throw exception;
        }
        if (thrown instanceof Error error) {
            throw error;
        }
    }
}
