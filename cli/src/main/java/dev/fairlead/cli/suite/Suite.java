package dev.fairlead.cli.suite;

import dev.fairlead.nix.eval.Evaluator;
import dev.fairlead.nix.value.Value;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * An expression that holds tests. It is evaluated more than once: by each thread, and again after a test that left an
 * evaluation unusable.
 *
 * @param name what reports call it
 * @param path the way to {@code root} from the value of the file, names as byte strings
 * @param evaluators makes a new evaluation
 * @param root gives the value in an evaluation; called inside of {@link Evaluator#run}
 */
public record Suite(String name, List<String> path, Supplier<Evaluator> evaluators, Function<Evaluator, Value> root) {
    public Suite {
        path = List.copyOf(path);
    }
}
