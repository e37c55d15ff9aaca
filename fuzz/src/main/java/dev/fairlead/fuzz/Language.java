package dev.fairlead.fuzz;

import dev.fairlead.nix.Nix;
import dev.fairlead.nix.eval.Evaluator;
import dev.fairlead.nix.eval.Options;
import dev.fairlead.nix.syntax.ExperimentalFeature;
import dev.fairlead.nix.syntax.SyntaxException;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.EvalException;
import dev.fairlead.nix.value.Functions;
import dev.fairlead.nix.value.StringValue;
import dev.fairlead.nix.value.Value;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/** Evaluation for fuzzing: nothing can be read, and it is stopped long before a fuzzer would call it a hang. */
final class Language {
    static final Options OPTIONS = Options.DEFAULT
            .pureWithin(List.of())
            .withFeatures(Set.of(ExperimentalFeature.values()))
            .withTrace(_ -> {})
            .withMaxCallDepth(1000)
            .withTimeout(Duration.ofSeconds(1));

    private Language() {}

    /** Evaluates with an evaluator of its own; that the language refuses is as good as a value. */
    static void evaluate(Function<Evaluator, Value> work) {
        Evaluator evaluator = Nix.evaluator(OPTIONS);
        try {
            evaluator.run(() -> work.apply(evaluator));
        } catch (EvalException | SyntaxException refused) {
            Objects.requireNonNull(refused.getMessage(), "an error says what is wrong");
        }
    }

    /** A call of a builtin with strings (byte strings). */
    static Value call(Evaluator evaluator, String builtin, String... arguments) {
        AttrsValue builtins = evaluator.builtins();
        Value result = Objects.requireNonNull(builtins.get(builtin), builtin);
        for (String argument : arguments) {
            result = Functions.call(result, new StringValue(argument));
        }
        return result.force();
    }
}
