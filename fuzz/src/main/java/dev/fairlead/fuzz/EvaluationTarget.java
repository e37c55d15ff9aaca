package dev.fairlead.fuzz;

import dev.fairlead.nix.lib.Lib;
import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.value.AttrsBuilder;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.FunctionValue;
import dev.fairlead.nix.value.Functions;
import dev.fairlead.nix.value.Printer;
import dev.fairlead.nix.value.Symbol;
import dev.fairlead.nix.value.Value;
import java.nio.file.Path;

/** The evaluator: a program has a value that can be computed to the bottom and printed, or an error of the language. */
final class EvaluationTarget implements Target {
    private static final Symbol LIB = Symbol.of("lib");

    @Override
    public void read(byte[] input) {
        Language.evaluate(evaluator -> {
            Value value = evaluator.evalText(Bytes.of(input), "/fleet/input.nix", Path.of("/fleet"));
            if (value instanceof FunctionValue) {
                AttrsValue given =
                        new AttrsBuilder(1).add(LIB, Lib.of(evaluator)).build();
                value = Functions.call(value, given);
            }
            Printer.printStrict(value);
            return value;
        });
    }
}
