package dev.fairlead.cli.suite;

import dev.fairlead.nix.syntax.Sources;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a test failed.
 *
 * @param message one sentence, without a full stop
 * @param differences where what was found is not what was expected, in order; the first ones if there are many
 * @param error the failure of the evaluation, or null if the evaluation itself did what it should
 */
public record Failure(
        String message,
        List<ValueDifference> differences,
        @Nullable EvaluationError error) {
    /** A failure to evaluate, and the sources that its positions are in. */
    public record EvaluationError(RuntimeException failure, Sources sources) {}

    public Failure {
        differences = List.copyOf(differences);
    }

    static Failure of(String message) {
        return new Failure(message, List.of(), null);
    }

    static Failure of(String message, RuntimeException error, Sources sources) {
        return new Failure(message, List.of(), new EvaluationError(error, sources));
    }
}
