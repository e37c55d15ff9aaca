package dev.fairlead.cli.suite;

import dev.fairlead.nix.syntax.Sources;
import dev.fairlead.nix.syntax.SyntaxException;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.Equality;
import dev.fairlead.nix.value.EvalException;
import dev.fairlead.nix.value.Strictness;
import dev.fairlead.nix.value.Symbol;
import dev.fairlead.nix.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a test passes: {@code expr} and {@code expected} are computed with everything in them and must be
 * equal, or computing {@code expr} must fail as {@code expectedError} says.
 */
final class Judge {
    private static final Symbol EXPR = Symbol.of("expr");
    private static final Symbol EXPECTED = Symbol.of("expected");
    private static final Symbol EXPECTED_ERROR = Symbol.of("expectedError");

    private final Sources sources;
    private boolean limited;

    /** @param sources those of the evaluation that the tests belong to */
    Judge(Sources sources) {
        this.sources = sources;
    }

    /** True if a test went beyond a limit of its evaluation, which may have left other values unfinished. */
    boolean isLimited() {
        return limited;
    }

    /** Why a test fails, or null if it passes. To be called inside of the evaluation. */
    @Nullable
    Failure failure(Value test) {
        RuntimeException unusable = error(test, false);
        if (unusable != null) {
            return Failure.of("cannot be evaluated", unusable, sources);
        }
        if (!(test.force() instanceof AttrsValue set)) {
            return Failure.of("the test is not a set but " + test.type().description());
        }
        Value expr = set.get(EXPR);
        Value expected = set.get(EXPECTED);
        Value expectedError = set.get(EXPECTED_ERROR);
        if (expr == null) {
            return Failure.of("the test has no attribute 'expr'");
        }
        // As nix-unit does, should a test have both
        if (expected != null) {
            return compare(expr, expected);
        }
        return expectedError == null
                ? Failure.of("the test has neither 'expected' nor 'expectedError'")
                : provoke(expr, expectedError);
    }

    private @Nullable Failure compare(Value expr, Value expected) {
        RuntimeException error = error(expr, true);
        if (error != null) {
            return Failure.of("expr cannot be evaluated", error, sources);
        }
        error = error(expected, true);
        if (error != null) {
            return Failure.of("expected cannot be evaluated", error, sources);
        }
        try {
            if (Equality.equal(expr, expected)) {
                return null;
            }
        } catch (EvalException failed) {
            return Failure.of("expr and expected cannot be compared", note(failed), sources);
        }
        List<ValueDifference> differences = Differences.between(expr, expected);
        if (differences.size() == 1 && differences.getFirst().path().isEmpty()) {
            return new Failure(differences.getFirst().sentence(), List.of(), null);
        }
        String count = differences.size() == 1 ? "one place" : differences.size() + " places";
        return new Failure("expr is not as expected in " + count, differences, null);
    }

    private @Nullable Failure provoke(Value expr, Value expectedError) {
        ExpectedError expected;
        try {
            expected = ExpectedError.of(expectedError);
        } catch (EvalException | SyntaxException unusable) {
            return Failure.of("expectedError cannot be used", note(unusable), sources);
        }
        RuntimeException error = error(expr, true);
        if (error == null) {
            return Failure.of("expected an error" + (expected.type() == null ? "" : " of type " + expected.type())
                    + ", but expr can be evaluated");
        }
        try {
            String mismatch = expected.mismatch(error);
            return mismatch == null ? null : Failure.of(mismatch, error, sources);
        } catch (EvalException unusable) {
            return Failure.of("expectedError cannot be used", unusable, sources);
        }
    }

    /** What goes wrong when a value is computed, with everything in it or not; null if nothing does. */
    private @Nullable RuntimeException error(Value value, boolean deep) {
        try {
            if (deep) {
                Strictness.forceDeep(value);
            } else {
                value.force();
            }
            return null;
        } catch (EvalException | SyntaxException failed) {
            return note(failed);
        }
    }

    private RuntimeException note(RuntimeException failed) {
        limited |= failed instanceof EvalException evaluation && evaluation.kind() == EvalException.Kind.LIMIT;
        return failed;
    }
}
