package dev.fairlead.nix.lib;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.fairlead.nix.Nix;
import dev.fairlead.nix.builtin.ExpressionTable;
import dev.fairlead.nix.eval.Evaluator;
import dev.fairlead.nix.eval.Options;
import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.value.EvalException;
import dev.fairlead.nix.value.Functions;
import dev.fairlead.nix.value.Printer;
import dev.fairlead.nix.value.Value;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The tables {@code lib/*.table}: expressions of {@code lib}, and what they give. */
class LibTablesTest {
    /** A checkout of nixpkgs' lib, the folder that has its default.nix. */
    private static final String REAL = "FAIRLEAD_NIXPKGS_LIB";

    @TestFactory
    Stream<DynamicTest> eachExpressionGivesWhatItsTableSays() {
        return rows(Lib::of);
    }

    @TestFactory
    Stream<DynamicTest> tablesAgreeWithNixpkgs() {
        String folder = System.getenv(REAL);
        return folder == null
                ? Stream.of(DynamicTest.dynamicTest(
                        "nixpkgs' lib", () -> abort(REAL + " names no checkout of nixpkgs' lib")))
                : rows(evaluator -> evaluator.evalFile(Path.of(folder)));
    }

    private static Stream<DynamicTest> rows(Function<Evaluator, Value> lib) {
        Evaluator evaluator = Nix.evaluator(Options.DEFAULT.withTrace(_ -> {}));
        return Stream.of("attrsets", "lists", "modules", "options", "strings", "trivial", "types")
                .flatMap(table -> ExpressionTable.readResource("/lib/" + table + ".table").stream()
                        .map(row -> DynamicTest.dynamicTest(
                                table + " " + row,
                                () -> assertThat(result(evaluator, lib, row.expression()))
                                        .isEqualTo(row.kind() + " " + row.expected()))));
    }

    private static String result(Evaluator evaluator, Function<Evaluator, Value> lib, String expression) {
        try {
            return "= "
                    + Bytes.decode(evaluator.run(() -> {
                        Value function = evaluator.evalText("lib: " + Bytes.encode(expression), "table", Path.of("/"));
                        return Printer.printStrict(Functions.call(function, lib.apply(evaluator)));
                    }));
        } catch (EvalException failure) {
            return "! " + Bytes.decode(failure.reason()).replace("\n", "\\n");
        }
    }
}
