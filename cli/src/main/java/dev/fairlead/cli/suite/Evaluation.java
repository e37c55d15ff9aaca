package dev.fairlead.cli.suite;

import dev.fairlead.nix.eval.Evaluator;
import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.syntax.SyntaxException;
import dev.fairlead.nix.value.EvalException;
import dev.fairlead.nix.value.Value;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A suite, loaded in an evaluation of its own. What its tests share is computed once, as long as no test goes beyond a
 * limit: that may leave values unfinished, and then the evaluation is not {@linkplain #isUsable usable} any more.
 */
final class Evaluation {
    private final Suite suite;
    private final TimeLimit limit;
    private final Evaluator evaluator;
    private @Nullable Value root;
    private boolean stopped;
    private boolean limited;

    Evaluation(Suite suite, TimeLimit limit) {
        this.suite = suite;
        this.limit = limit;
        this.evaluator = suite.evaluators().get();
    }

    boolean isUsable() {
        return !stopped && !limited;
    }

    /** True if a test went beyond a limit other than that of time; memory is shared, so others may have used it up. */
    boolean isExhausted() {
        return limited && !stopped;
    }

    /** The tests of the suite, or one that stands for it and fails. */
    List<Found> tests() {
        try {
            return within(() -> Discovery.tests(suite, root(), evaluator.sources()));
        } catch (RuntimeException | Error failed) {
            return List.of(new Found(new SuiteTest(suite, List.of(), null), failure(failed)));
        }
    }

    /** Why a test fails, or null if it passes. */
    @Nullable
    Failure failure(SuiteTest test) {
        Judge judge = new Judge(evaluator.sources());
        try {
            Failure failure = within(() -> judge.failure(Discovery.find(test, root())));
            limited |= judge.isLimited();
            return stopped ? outOfTime() : failure;
        } catch (RuntimeException | Error failed) {
            return failure(failed);
        }
    }

    private Value root() {
        Value known = root;
        if (known == null) {
            known = suite.root().apply(evaluator);
            root = known;
        }
        return known;
    }

    @SuppressWarnings("Interruption") // of the evaluation, not of a thread
    private <T> T within(Supplier<T> work) {
        ScheduledFuture<?> end = limit.start(() -> evaluator.interrupt(Bytes.encode(limit.sentence())));
        try {
            return evaluator.run(work);
        } finally {
            // Too late to be called off: whatever came out, the evaluation can do nothing more.
            stopped |= !end.cancel(false);
        }
    }

    private Failure failure(Throwable failed) {
        if (stopped) {
            return outOfTime();
        }
        limited |= !(failed instanceof EvalException evaluation) || evaluation.kind() == EvalException.Kind.LIMIT;
        return switch (failed) {
            case EvalException evaluation -> Failure.of("cannot be evaluated", evaluation, evaluator.sources());
            case SyntaxException syntax -> Failure.of("cannot be evaluated", syntax, evaluator.sources());
            default -> Failure.of("internal error, please report it to the project with the test (" + failed + ")");
        };
    }

    private Failure outOfTime() {
        return Failure.of(limit.sentence());
    }
}
