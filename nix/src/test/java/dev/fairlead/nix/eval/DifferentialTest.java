package dev.fairlead.nix.eval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.nix.Nix;
import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.value.Printer;
import dev.fairlead.testing.Program;
import dev.fairlead.testing.Property;
import dev.fairlead.testing.Tools;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DifferentialTest {
    private static final int BATCH = 200;

    /** Many expressions in one run, since a process for each would take long; of those that differ, the shortest is told. */
    @Test
    void randomProgramsGiveWhatNixGives() {
        Program nix = Tools.nixInstantiate();
        List<String> expressions = new ArrayList<>();
        Property.tries(Integer.getInteger("fairlead.differential", 600))
                .check(Programs.expressions(), expressions::add);
        for (int start = 0; start < expressions.size(); start += BATCH) {
            List<String> batch = expressions.subList(start, Math.min(start + BATCH, expressions.size()));
            String program = batch.stream()
                    .map(each -> "(builtins.tryEval (let v = " + each + "; in builtins.deepSeq v v))\n")
                    .collect(Collectors.joining("", "[\n", "]"));
            List<String> expected = results(
                    nix.feed(program, "--eval", "--strict", "-").expectSuccess().stdout());
            List<String> actual = results(evaluate(program) + "\n");
            assertThat(IntStream.range(0, batch.size())
                            .filter(i -> !actual.get(i).equals(expected.get(i)))
                            .mapToObj(i -> batch.get(i) + "\n  Nix:  " + expected.get(i) + "\n  here: " + actual.get(i))
                            .min(Comparator.comparingInt(String::length)))
                    .isEmpty();
        }
    }

    /** The results of a batch, one by one; nothing in them begins as they do. */
    private static List<String> results(String printed) {
        return List.of(printed.split("\\{ success = ", -1)).stream().skip(1).toList();
    }

    private static String evaluate(String program) {
        Evaluator evaluator = Nix.evaluator(Options.DEFAULT);
        return Bytes.decode(evaluator.run(
                () -> Printer.printStrict(evaluator.evalText(Bytes.encode(program), "random", Path.of("/")))));
    }
}
